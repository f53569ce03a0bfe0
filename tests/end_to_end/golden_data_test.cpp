#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/end_to_end/client.hpp"
#include "tests/end_to_end/server.hpp"

/// Data folders that released versions wrote (tests/golden/write_data.py): this one opens them, and answers as they
/// did.
namespace jumak::end_to_end {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

json::object told_in(const fs::path& release) {
  std::ostringstream text;
  text << std::ifstream(release / "told.json").rdbuf();
  return json::parse(text.str()).as_object();
}

/// Every value that was told then is told now; members that came later may be beside them.
void expect_told(const json::value& then, const json::value& now, const std::string& where) {
  if (then.is_object() && now.is_object()) {
    for (const auto& [name, value] : then.get_object()) {
      const json::value* found = now.get_object().if_contains(name);
      ASSERT_NE(found, nullptr) << where << " lacks " << name << ": " << now;
      expect_told(value, *found, where + "." + std::string(name));
    }
  } else if (then.is_array() && now.is_array() && then.get_array().size() == now.get_array().size()) {
    for (std::size_t at = 0; at < then.get_array().size(); ++at) {
      expect_told(then.get_array()[at], now.get_array()[at], where + "[" + std::to_string(at) + "]");
    }
  } else {
    EXPECT_EQ(then, now) << where;
  }
}

void expect_answers(const fs::path& release, const fs::path& data) {
  const json::object told = told_in(release);
  server jumak(data, {"--allow-backdating"});
  client queries(jumak.address("queries"));
  for (const json::value& one : told.at("queries").as_array()) {
    const object query{{"id", "q"}, {"type", one.at("type")}, {"data", one.at("data")}};
    expect_told(one.at("answer"), queries.ask(text(query)), text(query));
  }
  // The same commands again: their ids are known, their fingerprints too, and nothing happens twice.
  client commands(jumak.address("commands"));
  for (const json::value& one : told.at("commands").as_array()) {
    object command = one.as_object();
    for (const char* member : {"reply", "status"}) command.erase(member);
    object reply = one.at("reply").as_object();
    if (reply.contains("duplicate")) reply["duplicate"] = true;
    expect_told(reply, commands.ask(text(command)), text(command));
  }
  EXPECT_EQ(jumak.stop(), 0);
}

class GoldenData : public ::testing::TestWithParam<fs::path> {};

TEST_P(GoldenData, OpensAndAllAnswersAreRight) {
  const temporary_folder folder;
  const fs::path data = folder.path() / "data";
  fs::create_directory(data);
  const fs::path packed = GetParam() / "data.tar.gz";
  const std::string unpack = "tar -xzf '" + packed.string() + "' -C '" + data.string() + "'";
  ASSERT_EQ(std::system(unpack.c_str()), 0);  // NOLINT: our own files, single-threaded.
  expect_answers(GetParam(), data);
  // And once more, from what this version left behind.
  expect_answers(GetParam(), data);
}

std::vector<fs::path> releases() {
  std::vector<fs::path> all;
  for (const auto& entry : fs::directory_iterator(JUMAK_GOLDEN_DATA)) all.push_back(entry.path());
  return all;
}

INSTANTIATE_TEST_SUITE_P(EveryRelease, GoldenData, ::testing::ValuesIn(releases()), [](const auto& release) {
  std::string name = release.param.filename();
  std::replace_if(name.begin(), name.end(), [](unsigned char letter) { return std::isalnum(letter) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace jumak::end_to_end
