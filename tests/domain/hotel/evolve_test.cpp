#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "domain/hotel/whole_reservation.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

reservation_made without_nights() {
  reservation_made made = booked("r-7", "double", "2026-12-24", "2026-12-26");
  made.nights.pop_back();
  return made;
}

/// Events about things that are not there, or of another shape than any that was written.
std::vector<event> misfits() {
  return {without_nights(),
          held("r-9", "barn", "2026-12-24", "2026-12-25"),
          held("r-1", "double", "2026-12-24", "2026-12-25"),
          hold_released{id("r-8")},
          hold_expired{id("r-8")},
          changed("r-8", "double", "2026-12-24", "2026-12-25"),
          changed("r-1", "barn", "2026-12-24", "2026-12-25"),
          as_changed(without_nights()),
          overbooked("barn", "2026-12-24", "2026-12-25", 1),
          overbooked("double", "2026-12-25", "2026-12-24", 1),
          room_retired{id("999")},
          out_of_order("999", "2026-12-24", "2026-12-25"),
          out_of_order("101", "2026-12-25", "2026-12-24"),
          room_returned_to_service{id("999")},
          type_defined("double"),
          room_of("barn", "9"),
          room_of("double", "101"),
          rate_set{id("barn"), day("2026-12-24"), day("2026-12-25"), cents(1)},
          rate_set{id("double"), day("2026-12-25"), day("2026-12-24"), cents(1)},
          room_status_set{id("999"), room_status::dirty},
          booked("r-9", "barn", "2026-12-24", "2026-12-25"),
          booked("r-1", "double", "2026-12-24", "2026-12-25"),
          reservation_cancelled{id("r-8"), words("plans")},
          reservation_marked_no_show{id("r-8")},
          assigned("r-8", "101"),
          assigned("r-1", "999"),
          room_unassigned{id("r-8")},
          checked_in("r-8", "101", "double", 1),
          checked_in("r-1", "999", "double", 1),
          checked_in("r-1", "101", "barn", 1),
          checked_out("r-8", "101"),
          charge_posted{id("r-8"), cents(1), words("minibar")},
          paid("r-8", 1)};
}

TEST(Evolve, IgnoresWhatDoesNotFit) {
  state hotel;
  for (const event& happened :
       small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-25")}) {
    decider::evolve(hotel, happened, {{}, version(2)});
  }
  const std::string before = decider::save(hotel);
  for (const event& happened : misfits()) {
    decider::evolve(hotel, happened, {{}, version(2)});
    EXPECT_EQ(decider::save(hotel), before)
        << decider::stream_of(happened) << ", " << happened.index();
  }
}

TEST(Evolve, SurvivesAnyEventInAnEmptyState) {
  state hotel;
  for (const event& happened : misfits()) {
    decider::evolve(hotel, happened, {{}, version(2)});
  }
  EXPECT_TRUE(hotel.stays().contains("r-1"));
}

TEST(Evolve, ForgetsHoldsThatEnded) {
  for (const event& end : {event(hold_released{id("r-1")}), event(hold_expired{id("r-1")})}) {
    state hotel;
    for (const event& happened :
         small_hotel() + std::vector<event>{held("r-1", "double", "2026-12-01", "2026-12-02")}) {
      decider::evolve(hotel, happened, {{}, version(1)});
    }
    EXPECT_TRUE(hotel.expiry_of("r-1").has_value());
    decider::evolve(hotel, end, {{}, version(2)});
    EXPECT_TRUE(hotel.stays().empty());
    EXPECT_FALSE(hotel.expiry_of("r-1").has_value());
    EXPECT_EQ(hotel.room_types().front().taken.on(day("2026-12-01")), 0U);
  }
}

TEST(Evolve, ConfirmsAHoldOnce) {
  state hotel;
  const event made = booked("r-1", "double", "2026-12-01", "2026-12-02");
  for (const event& happened :
       small_hotel() +
           std::vector<event>{held("r-1", "double", "2026-12-01", "2026-12-02"), made, made}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  EXPECT_EQ(hotel.find_stay("r-1")->status, stay_status::confirmed);
  EXPECT_FALSE(hotel.expiry_of("r-1").has_value());
  EXPECT_EQ(hotel.room_types().front().taken.on(day("2026-12-01")), 1U);
}

TEST(Evolve, ForgetsClosedReservations) {
  state hotel;
  const auto history =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-02"),
                                         assigned("r-1", "101"),
                                         checked_in("r-1", "101", "double", 1),
                                         checked_out("r-1", "101")};
  for (const event& happened : history) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  EXPECT_TRUE(hotel.stays().empty());
  EXPECT_TRUE(hotel.rooms().front().claims.empty());
  EXPECT_TRUE(hotel.rooms().front().occupant.empty());
}

}  // namespace
}  // namespace jumak::hotel::testing
