#include "app/describe/shape_text.hpp"

#include <gtest/gtest.h>

#include "tests/app/describe/small_description.hpp"

namespace jumak::app::describe {
namespace {

using object = wire::json_object;

TEST(ShapeText, ListsMembersInOrder) {
  const auto described = small_description();
  EXPECT_EQ(members_text(described.queries[0].data), "count, note?");
  EXPECT_EQ(members_text(described.queries[0].answer), "items [{count, note?}]");
}

TEST(ShapeText, SaysWhatAFieldTakes) {
  EXPECT_EQ(shape_text({{"type", "integer"}, {"minimum", -1}, {"maximum", 9}}), "a whole number from -1 to 9");
  EXPECT_EQ(shape_text({{"type", "integer"}, {"minimum", 0}}), "a whole number from 0");
  EXPECT_EQ(shape_text({{"type", "integer"}}), "a whole number");
  EXPECT_EQ(shape_text({{"type", "string"}, {"description", "a date"}}), "a date");
  EXPECT_EQ(shape_text({{"type", "string"}, {"enum", {"red", "green"}}}), "one of `red`, `green`");
  EXPECT_EQ(shape_text({{"type", "boolean"}}), "true or false");
  EXPECT_EQ(shape_text({{"type", "string"}, {"format", "date-time"}}), "a moment in UTC, RFC 3339");
  EXPECT_EQ(shape_text({{"type", "array"}, {"items", object{{"type", "number"}}}}), "a list, each a number");
  EXPECT_EQ(shape_text(small_description().queries[0].data), "an object: count, note?");
}

}  // namespace
}  // namespace jumak::app::describe
