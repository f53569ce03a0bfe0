#include "app/describe/asyncapi_document.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <functional>
#include <string>

#include "tests/app/describe/small_description.hpp"

namespace jumak::app::describe {
namespace {

namespace json = boost::json;

/// Calls `use` with every "$ref" in it.
void for_each_reference(const json::value& in, const std::function<void(const std::string&)>& use) {
  if (const json::array* items = in.if_array()) {
    for (const json::value& item : *items) for_each_reference(item, use);
  } else if (const json::object* members = in.if_object()) {
    for (const auto& member : *members) {
      if (member.key() == "$ref") use(std::string(member.value().as_string()));
      for_each_reference(member.value(), use);
    }
  }
}

TEST(AsyncapiDocument, EveryReferenceLeadsSomewhere) {
  const json::value made = asyncapi_document(small_description(), "Jars", "1.2.3");
  int found = 0;
  for_each_reference(made, [&](const std::string& to) {
    ++found;
    ASSERT_TRUE(to.starts_with("#/")) << to;
    boost::system::error_code missing;
    made.find_pointer(to.substr(1), missing);
    EXPECT_FALSE(missing) << to;
  });
  EXPECT_GT(found, 10);
}

TEST(AsyncapiDocument, IsOfVersion3WithItsParts) {
  const json::object made = asyncapi_document(small_description(), "Jars", "1.2.3");
  EXPECT_EQ(made.at("asyncapi").as_string(), "3.0.0");
  EXPECT_EQ(json::serialize(made.at("info")), R"({"title":"Jars","version":"1.2.3"})");
  EXPECT_EQ(made.at("operations").at("decide").at("action").as_string(), "receive");
  EXPECT_EQ(made.at("operations").at("publish").at("action").as_string(), "send");
}

TEST(AsyncapiDocument, ListsEachMessageInItsChannel) {
  const json::object made = asyncapi_document(small_description(), "Jars", "1.2.3");
  const auto in = [&](const char* channel) { return made.at("channels").at(channel).at("messages").as_object(); };
  EXPECT_TRUE(in("commands").contains("jar.Fill"));
  EXPECT_FALSE(in("commands").contains("jar.Spoil")) << "the engine's own";
  EXPECT_TRUE(in("events").contains("jar.Filled"));
  EXPECT_TRUE(in("queries").contains("GetJar"));
  EXPECT_TRUE(in("answers").contains("GetJar.answer"));
  const auto& fill = made.at("components").at("messages").at("jar.Fill").as_object();
  EXPECT_EQ(json::serialize(fill.at("x-rejections")), R"(["unknown_jar","too_full"])");
}

}  // namespace
}  // namespace jumak::app::describe
