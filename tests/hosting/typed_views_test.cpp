#include "hosting/typed_views.hpp"

#include <gtest/gtest.h>

#include "tests/hosting/shelf_domain.hpp"
#include "wire/strict_json.hpp"

namespace jumak::hosting {
namespace {

class TypedViews : public ::testing::Test {
 protected:
  result<void> apply(std::string_view aggregate, std::string_view type, std::string_view payload, position at) {
    record_view record;
    record.aggregate = aggregate;
    return views_->apply(record, {"box/x", type, 1, version(1), version(1), payload}, at);
  }
  [[nodiscard]] result<std::string> ask(std::string_view type, std::string_view data) const {
    const auto json = wire::parse_strict(data).value();
    return views_->ask(type, json.as_object());
  }

  std::unique_ptr<hosted_domain> domain_ = shelf::make_domain();
  std::unique_ptr<hosted_views> views_ = domain_->make_views();
  std::string taken_ = packed(shelf::box_taken{name::from_text("x").value()});
};

TEST_F(TypedViews, AnswerFromWhatWasApplied) {
  ASSERT_TRUE(apply("shelf/a", "BoxTaken", taken_, position(7)));
  EXPECT_EQ(ask("CountEvents", R"({"shelf":"a"})"), R"({"events":1,"last_position":7})");
  EXPECT_EQ(ask("CountEvents", R"({"shelf":"b"})").error().code, errc::not_found);
  EXPECT_EQ(ask("CountEvents", "{}").error().message, "data.shelf: missing");
  EXPECT_EQ(ask("CountBoxes", "{}").error().code, errc::unknown_type);
  EXPECT_EQ(views_->names().size(), 2U);
}

TEST_F(TypedViews, EventsTheyCannotReadAreRefusedAndNotApplied) {
  EXPECT_EQ(apply("drawer/a", "BoxTaken", taken_, position(1)).error().code, errc::newer_format);
  EXPECT_EQ(apply("shelf/a", "BoxSold", taken_, position(1)).error().code, errc::newer_format);
  EXPECT_EQ(apply("shelf/a", "BoxTaken", taken_ + "x", position(1)).error().code, errc::corrupt);
  EXPECT_EQ(ask("CountEvents", R"({"shelf":"a"})").error().code, errc::not_found);
}

}  // namespace
}  // namespace jumak::hosting
