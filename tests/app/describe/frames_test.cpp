#include "app/describe/frames.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "tests/app/describe/small_description.hpp"

namespace jumak::app::describe {
namespace {

namespace json = boost::json;

std::string required_of(const json::object& schema) { return json::serialize(schema.at("required")); }

TEST(Frames, OfACommandAsksForItsAggregate) {
  const auto described = small_description();
  const auto frame = command_frame(described.kinds[0], described.kinds[0].commands[0], reference("#/x"));
  EXPECT_EQ(required_of(frame), R"(["id","type","aggregate","data"])");
  const json::object& members = frame.at("properties").as_object();
  EXPECT_EQ(members.at("type").at("const").as_string(), "Fill");
  EXPECT_EQ(members.at("aggregate").at("pattern").as_string(), R"(^jar/(?!\.{1,2}$)[A-Za-z0-9._:-]{1,64}$)");
  EXPECT_EQ(members.at("data").at("$ref").as_string(), "#/x");
  EXPECT_TRUE(members.contains("expected_version"));
}

TEST(Frames, OfAQueryMayLeaveOutDataWithoutRequiredFields) {
  auto described = small_description();
  EXPECT_EQ(required_of(query_frame(described.queries[0], {})), R"(["id","type","data"])");
  described.queries[0].data.erase("required");
  EXPECT_EQ(required_of(query_frame(described.queries[0], {})), R"(["id","type"])");
}

TEST(Frames, OfAnEventIsACloudEvent) {
  const auto described = small_description();
  const auto frame = event_frame(described.kinds[0], described.kinds[0].events[0], {});
  EXPECT_EQ(frame.at("properties").at("type").at("const").as_string(), "Filled");
  EXPECT_EQ(frame.at("properties").at("subject").at("pattern").as_string(), "^jar/");
  EXPECT_EQ(frame.at("required").as_array().size(), 12U);
}

TEST(Frames, OfAReplyAreThree) {
  EXPECT_EQ(reply_frame().at("oneOf").as_array().size(), 3U);
  EXPECT_EQ(required_of(answer_frame({})), R"(["id","status","position","data"])");
}

}  // namespace
}  // namespace jumak::app::describe
