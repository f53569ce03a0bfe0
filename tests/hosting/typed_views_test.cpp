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

std::string saved(const hosted_views& views) {
  std::string bytes;
  EXPECT_TRUE(views.save([&](std::string_view piece) { bytes += piece; }, nullptr));
  return bytes;
}

TEST_F(TypedViews, GoOnFromWhatWasSaved) {
  ASSERT_TRUE(apply("shelf/a", "BoxTaken", taken_, position(7)));
  const auto read = domain_->make_views();
  ASSERT_TRUE(read->load(saved(*views_)));
  EXPECT_EQ(saved(*read), saved(*views_));
  EXPECT_EQ(read->fingerprint(), views_->fingerprint());
  record_view record;
  record.aggregate = "shelf/a";
  for (hosted_views* views : {views_.get(), read.get()}) {
    ASSERT_TRUE(views->apply(record, {"box/x", "BoxTaken", 1, version(2), version(2), taken_}, position(8)));
  }
  EXPECT_EQ(saved(*read), saved(*views_));
  const std::string whole = saved(*views_);
  EXPECT_FALSE(domain_->make_views()->load(whole.substr(0, whole.size() - 1)));
  EXPECT_FALSE(domain_->make_views()->load(whole + "x"));
}

TEST_F(TypedViews, TellRowsAndTheHashOfEach) {
  const auto empty = views_->figures(nullptr).value();
  ASSERT_TRUE(apply("shelf/a", "BoxTaken", taken_, position(7)));
  const auto one = views_->figures(nullptr).value();
  ASSERT_EQ(one.size(), 2U);
  EXPECT_EQ(one[0].name, "counts");
  EXPECT_EQ(one[0].rows, 1U);
  EXPECT_NE(one[0].hash, empty[0].hash);
  EXPECT_EQ(one[1].rows, 0U);
  EXPECT_EQ(one[1].hash, empty[1].hash);
  EXPECT_NE(one[1].hash, one[0].hash);
  EXPECT_FALSE(views_->figures([] { return true; })) << "somebody had enough";
}

/// What changes of the domain do to what is kept under the fingerprint.
struct grown_views : shelf::views {
  static constexpr std::uint32_t schema = 2;
};
struct plain_view {
  int rows = 0;
};
struct raised_view {
  static constexpr std::uint32_t schema = 2;
  int rows = 0;
};
template <class View>
struct one_view {
  using deciders = boost::mp11::mp_list<shelf::decider>;
  using queries = boost::mp11::mp_list<>;
  static constexpr std::array<std::string_view, 1> view_names{"one"};
  static auto kept(auto& self) { return std::tie(self.view); }
  void apply(const shelf::decider::event&, const applied_event&) {}
  View view;
};

TEST(KeptFingerprint, ChangesWithFormAndSchema) {
  EXPECT_NE(kept_fingerprint<grown_views>(), kept_fingerprint<shelf::views>());
  EXPECT_NE(kept_fingerprint<one_view<raised_view>>(), kept_fingerprint<one_view<plain_view>>());
  EXPECT_NE(kept_fingerprint<one_view<std::vector<int>>>(), kept_fingerprint<one_view<plain_view>>());
}

/// Its author said nothing of keeping.
struct bare_model {
  using deciders = boost::mp11::mp_list<shelf::decider>;
  using queries = boost::mp11::mp_list<>;
  static constexpr std::array<std::string_view, 1> view_names{"bare"};
  void apply(const shelf::decider::event&, const applied_event&) {}
};

TEST(BareViews, AreHostedAllTheSame) {
  typed_views<bare_model> views;
  EXPECT_FALSE(views.fingerprint());
  EXPECT_FALSE(views.save([](std::string_view) {}, nullptr));
  EXPECT_FALSE(views.load(""));
  const auto figures = views.figures(nullptr).value();
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].name, "bare");
  EXPECT_FALSE(figures[0].rows || figures[0].hash);
}

}  // namespace
}  // namespace jumak::hosting
