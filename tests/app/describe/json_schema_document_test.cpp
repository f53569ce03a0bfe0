#include "app/describe/json_schema_document.hpp"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "tests/app/describe/small_description.hpp"

namespace jumak::app::describe {
namespace {

TEST(JsonSchemaDocument, HasEveryRequestAClientMaySend) {
  const auto made = json_schema_document(small_description(), "Jars");
  EXPECT_EQ(made.at("title").as_string(), "Jars");
  const auto& requests = made.at("oneOf").as_array();
  ASSERT_EQ(requests.size(), 2U) << "the engine's own is not among them";
  EXPECT_EQ(requests[0].at("properties").at("data").at("$ref").as_string(), "#/$defs/commands.jar.Fill");
  EXPECT_EQ(requests[1].at("properties").at("data").at("$ref").as_string(), "#/$defs/queries.GetJar");
}

TEST(JsonSchemaDocument, DefinesAllThatTravels) {
  const auto made = json_schema_document(small_description(), "Jars");
  const auto& definitions = made.at("$defs").as_object();
  for (const char* name : {"commands.jar.Fill", "commands.jar.Spoil", "events.jar.Filled", "queries.GetJar",
                           "answers.GetJar"}) {
    EXPECT_TRUE(definitions.contains(name)) << name;
  }
  EXPECT_EQ(boost::json::serialize(definitions.at("commands.jar.Fill").at("x-rejections")),
            R"(["unknown_jar","too_full"])");
}

}  // namespace
}  // namespace jumak::app::describe
