#include "bench/frame_template.hpp"

#include <gtest/gtest.h>

#include "bench/numbered_id.hpp"
#include "core/names.hpp"

namespace jumak::bench {
namespace {

TEST(FrameTemplate, PatchesOnlyItsHoles) {
  frame_template frame;
  frame.literal("[");
  const auto number = frame.hole(5);
  frame.literal(",\"");
  const auto name = frame.hole(3);
  frame.literal("\"]");
  EXPECT_EQ(frame.text(), R"([00000,"000"])");
  frame.patch(number, 42);
  frame.patch(name, "a-b");
  EXPECT_EQ(frame.text(), R"([00042,"a-b"])");
  frame.patch(number, 99'999);
  EXPECT_EQ(frame.text(), R"([99999,"a-b"])");
}

TEST(FrameTemplateDeathTest, RefusesWhatDoesNotFit) {
  frame_template frame;
  const auto hole = frame.hole(3);
  EXPECT_DEATH(frame.patch(hole, 1'000), "number == 0");
  EXPECT_DEATH(frame.patch(hole, "ab"), "width");
  EXPECT_DEATH(frame.patch(hole, "a\"b"), "is_identifier");
}

TEST(NumberedId, IsReadBackAsItWasWritten) {
  const std::string prefix = next_prefix();
  frame_template frame;
  const auto fields = numbered_id_fields::append(frame, prefix);
  frame.patch(fields.slot, 4'095);
  frame.patch(fields.number, 1'234'567'890);
  EXPECT_EQ(frame.text().size(), numbered_id::width);
  EXPECT_TRUE(is_identifier(frame.text()));
  const auto id = numbered_id::parse(frame.text(), prefix);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->slot, 4'095U);
  EXPECT_EQ(id->number, 1'234'567'890U);
}

TEST(NumberedId, RefusesEveryOtherText) {
  const std::string prefix = "0123456789";
  ASSERT_TRUE(numbered_id::parse("0123456789-00001-0000000002", prefix));
  for (const auto* text :
       {"", "0123456789-00001-000000000", "0123456789-00001-00000000020",
        "1123456789-00001-0000000002", "0123456789-0000a-0000000002", "0123456789-00001-000000000x",
        "0123456789_00001-0000000002", "0123456789-00001_0000000002", "0123456789--0001-0000000002",
        "0123456789-00001-0000000002s"})
    EXPECT_FALSE(numbered_id::parse(text, prefix)) << text;
}

TEST(NumberedId, PrefixesDiffer) { EXPECT_NE(next_prefix(), next_prefix()); }

}  // namespace
}  // namespace jumak::bench
