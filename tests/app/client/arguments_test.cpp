#include "app/client/arguments.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

namespace jumak::app::client {
namespace {

std::string text_of(std::string_view json_text, const std::vector<std::string>& words) {
  const auto data = data_from(json_text, words);
  return data ? boost::json::serialize(*data) : "refused: " + data.error().message;
}

TEST(Arguments, AWordIsAText) {
  EXPECT_EQ(text_of("", {"title=Grand Seoul", "note=a=b:=c"}),
            R"({"title":"Grand Seoul","note":"a=b:=c"})");
  EXPECT_EQ(text_of("", {"empty="}), R"({"empty":""})");
  EXPECT_EQ(text_of("", {"number=1"}), R"({"number":"1"})");
}

TEST(Arguments, ColonEqualsIsJson) {
  EXPECT_EQ(text_of("", {"rate:=12900", "rooms:=[\"1\",\"2\"]", "none:=null", "amount:=-5"}),
            R"({"rate":12900,"rooms":["1","2"],"none":null,"amount":-5})");
}

TEST(Arguments, DottedNamesNest) {
  EXPECT_EQ(text_of("", {"guests.adults:=2", "guests.children:=1"}),
            R"({"guests":{"adults":2,"children":1}})");
}

TEST(Arguments, WordsAddToTheJsonObject) {
  EXPECT_EQ(text_of(R"({"guests":{"adults":2}})", {"guests.infants:=1", "room=7"}),
            R"({"guests":{"adults":2,"infants":1},"room":"7"})");
}

TEST(Arguments, MistakesAreNamed) {
  EXPECT_NE(text_of("", {"title"}).find("'title' has no ="), std::string::npos);
  EXPECT_NE(text_of("", {"rate:=12,9"}).find("'rate:=12,9'"), std::string::npos);
  EXPECT_NE(text_of("", {"rate:=1e999"}).find("not JSON"), std::string::npos);
  EXPECT_NE(text_of("", {"a=1", "a=2"}).find("given twice"), std::string::npos);
  EXPECT_NE(text_of("", {"a=1", "a.b=2"}).find("as a value and as an object"), std::string::npos);
  EXPECT_NE(text_of("", {"=1"}).find("a name is empty"), std::string::npos);
  EXPECT_NE(text_of("", {"a..b=1"}).find("a name is empty"), std::string::npos);
  EXPECT_NE(text_of("[1]", {}).find("--json needs a JSON object"), std::string::npos);
  EXPECT_EQ(data_from("", {"title"}).error().code, errc::bad_configuration);
}

}  // namespace
}  // namespace jumak::app::client
