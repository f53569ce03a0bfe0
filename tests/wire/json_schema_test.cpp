#include "wire/json_schema.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "core/names.hpp"
#include "core/read_model.hpp"

namespace jumak::wire {
namespace {

enum class colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(colour, red, green)

using few = bounded_integer<struct few_tag, -1, 9>;

struct size {
  few wide;
  std::optional<std::uint64_t> high;
};
BOOST_DESCRIBE_STRUCT(size, (), (wide, high))

struct box {
  name which;
  colour paint = colour::red;
  bool open = false;
  std::optional<free_text> label;
  timestamp made;
  date due;
  std::vector<size> sizes;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, paint, open, label, made, due, sizes))

template <class Value>
std::string schema_of() {
  return boost::json::serialize(json_schema<Value>());
}

TEST(JsonSchema, SaysWhatAFieldTakes) {
  EXPECT_EQ(schema_of<few>(), R"({"type":"integer","minimum":-1,"maximum":9})");
  EXPECT_EQ(schema_of<bool>(), R"({"type":"boolean"})");
  EXPECT_EQ(schema_of<colour>(), R"({"type":"string","enum":["red","green"]})");
  EXPECT_EQ(schema_of<std::uint64_t>(), R"({"type":"integer","minimum":0})");
  EXPECT_EQ(schema_of<std::int64_t>(), R"({"type":"integer"})");
  EXPECT_EQ(schema_of<version>(), R"({"type":"integer","minimum":0})");
  EXPECT_EQ(schema_of<timestamp>(), R"({"type":"string","format":"date-time"})");
  EXPECT_EQ(json_schema<free_text>().at("maxLength").to_number<int>(), 200);
  EXPECT_EQ(json_schema<date>().at("format").as_string(), "date");
  EXPECT_EQ(json_schema<name>().at("pattern").as_string(), R"(^(?!\.{1,2}$)[A-Za-z0-9._:-]{1,64}$)");
}

TEST(JsonSchema, OfAStructIsClosedAndInOrder) {
  EXPECT_EQ(schema_of<size>(),
            R"({"type":"object","properties":{"wide":{"type":"integer","minimum":-1,"maximum":9},)"
            R"("high":{"type":"integer","minimum":0}},"required":["wide"],"additionalProperties":false})");
  const auto schema = json_schema<box>();
  EXPECT_EQ(boost::json::serialize(schema.at("required")),
            R"(["which","paint","open","made","due","sizes"])");
  EXPECT_EQ(boost::json::serialize(schema.at("properties").at("sizes").at("items")), schema_of<size>());
}

TEST(JsonSchema, OfAPageIsThatOfItsItems) {
  const auto schema = json_schema<page<size>>();
  EXPECT_EQ(boost::json::serialize(schema.at("properties").at("items").at("items")), schema_of<size>());
  EXPECT_EQ(boost::json::serialize(schema.at("required")), R"(["items"])");
}

}  // namespace
}  // namespace jumak::wire
