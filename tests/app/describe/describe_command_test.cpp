#include "app/describe/describe_command.hpp"

#include <gtest/gtest.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/parse.hpp>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::app {
namespace {

/// What `describe` with these words prints; "usage" when it does not understand them.
std::string describe_with(std::vector<std::string> words) {
  const auto domain = shelf::make_domain();
  CLI::App app("test", "shelf");
  int code = -1;
  add_describe_command(app, code, *domain);
  words.insert(words.begin(), "describe");
  std::reverse(words.begin(), words.end());
  testing::internal::CaptureStdout();
  try {
    app.parse(words);
  } catch (const CLI::ParseError&) {
    code = 2;
  }
  const std::string printed = testing::internal::GetCapturedStdout();
  return code == 0 ? printed : "usage";
}

TEST(Describe, PrintsTablesUnlessAskedOtherwise) {
  const std::string printed = describe_with({});
  EXPECT_TRUE(printed.starts_with("# shelf\n"));
  EXPECT_NE(printed.find("| PutBox | box, kilograms, label? |"), std::string::npos) << printed;
  EXPECT_EQ(describe_with({"--markdown"}), printed);
}

TEST(Describe, PrintsJsonThatParses) {
  const auto schema = boost::json::parse(describe_with({"--json-schema"}));
  EXPECT_TRUE(schema.at("$defs").as_object().contains("commands.shelf.PutBox"));
  const auto asyncapi = boost::json::parse(describe_with({"--asyncapi"}));
  EXPECT_TRUE(asyncapi.at("components").at("messages").as_object().contains("shelf.PutBox"));
}

TEST(Describe, IsAskedForOneAtATime) {
  EXPECT_EQ(describe_with({"--json-schema", "--asyncapi"}), "usage");
  EXPECT_EQ(describe_with({"--markdown", "--asyncapi"}), "usage");
}

}  // namespace
}  // namespace jumak::app
