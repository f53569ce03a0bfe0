#include "domain/views/reservations_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

using testing::booked;

const aggregate_id grand("hotel", testing::id("grand"));

applied_event around(std::uint64_t version_number) {
  return {grand, position(100 + version_number), version(version_number), timestamp(), "desk"};
}

reservation_number made(reservations_view& view, const reservation_made& event) {
  return view.apply(hotel_number(0), type_number(0), guest_number(0), event, around(1));
}

TEST(ReservationsView, FindsWithinTheHotel) {
  reservations_view view;
  for (int number = 0; number < 5000; ++number) {
    made(view, booked("r-" + std::to_string(number), "double", "2026-12-01", "2026-12-02"));
  }
  for (int number = 0; number < 5000; ++number) {
    const auto found = view.find(hotel_number(0), "r-" + std::to_string(number));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(index_of(*found), static_cast<std::size_t>(number));
  }
  EXPECT_FALSE(view.find(hotel_number(1), "r-1").has_value());
}

TEST(ReservationsView, KeepsRatesThatDiffer) {
  reservations_view view;
  reservation_made event = booked("r-1", "double", "2026-12-01", "2026-12-04", 9000);
  event.nights.back().rate = testing::cents(0);
  const reservation_row& row = view[made(view, event)];
  EXPECT_EQ(row.rate_on(row.arrival), 9000);
  EXPECT_EQ(row.rate_on(row.arrival + 1), 9000);
  EXPECT_EQ(row.rate_on(row.arrival + 2), 0);
}

TEST(ReservationsView, KeepsFolioAndHistoryInOrder) {
  reservations_view view;
  const reservation_number first = made(view, booked("a", "double", "2026-12-01", "2026-12-02"));
  const reservation_number second = made(view, booked("b", "double", "2026-12-01", "2026-12-02"));
  for (std::uint64_t turn = 2; turn < 5; ++turn) {
    for (const reservation_number at : {first, second}) {
      const auto amount = static_cast<std::int64_t>(turn);
      view.apply(at, charge_posted{{}, testing::cents(amount), testing::words("bar")},
                 around(turn));
      view.apply(at, payment_posted{{}, testing::cents(-1), testing::words("card")}, around(turn));
    }
  }
  const auto charges = view.charges_of(view[first]);
  ASSERT_EQ(charges.size(), 3U);
  EXPECT_EQ(charges.front()->amount, 2);
  EXPECT_EQ(charges.back()->amount, 4);
  EXPECT_EQ(view.text_of(charges.back()->text), "bar");
  EXPECT_EQ(view[first].charged, 9);
  EXPECT_EQ(view[first].paid, -3);
  EXPECT_EQ(view[first].balance(), 12);
  const auto history = view.history_of(view[second]);
  ASSERT_EQ(history.size(), 7U);
  EXPECT_EQ(type_name_of(*history.front()), "ReservationMade");
  EXPECT_EQ(type_name_of(*history.back()), "PaymentPosted");
  EXPECT_EQ(view.text_of(history.back()->actor), "desk");
}

}  // namespace
}  // namespace jumak::hotel::views
