#include "app/hotel/replay_report.hpp"

#include <gtest/gtest.h>

namespace jumak::app::client {
namespace {

reply answer(std::string_view text) {
  auto read = read_reply(text);
  EXPECT_TRUE(read);
  return std::move(*read);
}

const auto first =
    R"({"id":"a","status":"accepted","position":7,"duplicate":false,"events":[{"type":"X","position":7}]})";
const auto second =
    R"({"id":"b","status":"rejected","position":7,"duplicate":false,"error":{"code":"no_guests","message":"No."}})";

replay_report report_of(std::string_view a, std::string_view b, bool backwards = false) {
  replay_report report(2);
  if (backwards) {
    report.take(1, planned_type::make_reservation, answer(b));
  }
  report.take(0, planned_type::make_reservation, answer(a));
  if (!backwards) {
    report.take(1, planned_type::make_reservation, answer(b));
  }
  return report;
}

TEST(ReplayReport, TheOrderOfArrivalAndDuplicatesDoNotChangeTheDigest) {
  const auto digest = report_of(first, second).answers_digest();
  EXPECT_EQ(report_of(first, second, true).answers_digest(), digest);
  EXPECT_EQ(
      report_of(
          R"({"status":"accepted","events":[{"position":7,"type":"X"}],"id":"a","position":7,"duplicate":true})",
          second)
          .answers_digest(),
      digest);
}

TEST(ReplayReport, AnyOtherAnswerChangesTheDigest) {
  const auto base = report_of(first, second);
  const auto moved = report_of(
      R"({"id":"a","status":"accepted","position":8,"duplicate":false,"events":[{"type":"X","position":8}]})",
      second);
  EXPECT_NE(moved.answers_digest(), base.answers_digest());
  EXPECT_EQ(moved.outcomes_digest(), base.outcomes_digest()) << "positions are not an outcome";
  const auto other = report_of(
      first,
      R"({"id":"b","status":"rejected","position":7,"duplicate":false,"error":{"code":"no_guests","message":"None."}})");
  EXPECT_NE(other.answers_digest(), base.answers_digest());
  EXPECT_NE(other.outcomes_digest(), base.outcomes_digest());
  replay_report partial(2);
  partial.take(0, planned_type::make_reservation, answer(first));
  EXPECT_NE(partial.answers_digest(), base.answers_digest());
}

TEST(ReplayReport, CountsByTypeAndCode) {
  const auto figures = report_of(first, second).to_json(std::chrono::seconds(2), 3, 4);
  EXPECT_EQ(figures.at("commands").to_number<int>(), 2);
  EXPECT_EQ(figures.at("accepted_by_type").at("MakeReservation").to_number<int>(), 1);
  EXPECT_EQ(figures.at("rejected_by_code").at("no_guests").to_number<int>(), 1);
  EXPECT_EQ(figures.at("unanswered").to_number<int>(), 0);
  EXPECT_EQ(figures.at("wall_ms").to_number<int>(), 2'000);
  EXPECT_EQ(figures.at("commands_per_second").to_number<int>(), 1);
  EXPECT_EQ(figures.at("resent").to_number<int>(), 3);
  EXPECT_EQ(figures.at("out_of_order").to_number<int>(), 4);
  EXPECT_NE(report_in_words(figures).find("no_guests: 1"), std::string::npos);
}

}  // namespace
}  // namespace jumak::app::client
