#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

// In Seoul the 20th begins at three in the afternoon of the 19th, in UTC.
constexpr auto just_before = "2026-12-19T14:59:59.999999Z";
constexpr auto just_then = "2026-12-19T15:00:00Z";

create_block blocking(std::int64_t rooms = 2) {
  create_block asked;
  asked.block = id("choir");
  asked.title = words("Choir");
  asked.room_type = id("double");
  asked.from = day("2026-12-24");
  asked.to = day("2026-12-27");
  asked.rooms = block_rooms::from_integer(rooms).value();
  asked.cut_off = day("2026-12-20");
  return asked;
}

block_created created(std::int64_t rooms = 2) {
  const create_block asked = blocking(rooms);
  return {asked.block,   asked.title, asked.room_type, asked.from,
          asked.to,      asked.rooms, asked.cut_off,   asked.rate,
          timestamp_from_text(just_then).value()};
}

pick_up_from_block picking(std::string_view reservation, std::string_view arrival,
                           std::string_view departure) {
  pick_up_from_block asked;
  asked.reservation = id(reservation);
  asked.block = id("choir");
  asked.arrival = day(arrival);
  asked.departure = day(departure);
  asked.guest = id("g-1");
  asked.guests.adults = guest_count::from_integer(2).value();
  return asked;
}

block_picked_up picked(std::string_view reservation, std::string_view arrival,
                       std::string_view departure) {
  return {id("choir"), id(reservation), day(arrival), day(departure)};
}

std::vector<event> two_doubles() {
  return small_hotel() + std::vector<event>{room_of("double", "102")};
}
std::vector<event> with_block() { return two_doubles() + std::vector<event>{created()}; }
std::vector<event> with_pick_up() {
  return with_block() + std::vector<event>{picked("r-1", "2026-12-24", "2026-12-26"),
                                           booked("r-1", "double", "2026-12-24", "2026-12-26")};
}

TEST(CreateBlock, KeepsRoomsUntilTheDayOfTheCutOffBegins) {
  given<decider>(two_doubles()).when(blocking()).then({created()});
  given<decider>(with_block())
      .when(booking("r-1", "double", "2026-12-26", "2026-12-27"))
      .then_rejected("no_availability");
}

TEST(CreateBlock, RefusesInTheOrderOfTheContract) {
  create_block asked = blocking(3);
  asked.room_type = id("barn");
  asked.to = asked.from;
  asked.rate = cents(-1);
  given<decider>(with_block()).when(asked).then_rejected("unknown_room_type");
  asked.room_type = id("double");
  given<decider>(with_block()).when(asked).then_rejected("already_exists", {{"status", "open"}});
  asked.block = id("band");
  given<decider>(two_doubles()).when(asked).then_rejected("invalid_stay");
  asked.from = day("2026-11-29");
  asked.to = day("2026-12-27");
  given<decider>(two_doubles()).when(asked).then_rejected("invalid_stay");
  asked.from = day("2026-12-24");
  asked.cut_off = day("2026-12-01");
  given<decider>(two_doubles())
      .when(asked)
      .then_rejected("invalid_cut_off", {{"today", "2026-12-01"}});
  asked.cut_off = day("2026-12-27");
  given<decider>(two_doubles()).when(asked).then_rejected("invalid_cut_off");
  asked.cut_off = day("2026-12-26");
  given<decider>(two_doubles()).when(asked).then_rejected("invalid_rate");
  asked.rate.reset();
  given<decider>(two_doubles())
      .when(asked)
      .then_rejected("no_availability", {{"night", "2026-12-24"}});
}

TEST(PickUpFromBlock, TakesItsNightsFromTheBlock) {
  given<decider>(with_block())
      .when(picking("r-1", "2026-12-24", "2026-12-26"))
      .then({picked("r-1", "2026-12-24", "2026-12-26"),
             booked("r-1", "double", "2026-12-24", "2026-12-26")});
  block_created cheap = created();
  cheap.rate = cents(700);
  reservation_made made = booked("r-1", "double", "2026-12-24", "2026-12-25", 700);
  made.rate = cents(700);
  given<decider>(two_doubles() + std::vector<event>{cheap})
      .when(picking("r-1", "2026-12-24", "2026-12-25"))
      .then({picked("r-1", "2026-12-24", "2026-12-25"), made});
}

TEST(PickUpFromBlock, RefusesInTheOrderOfTheContract) {
  pick_up_from_block asked = picking("r-1", "2026-12-26", "2026-12-26");
  asked.guests.adults = guest_count();
  given<decider>(two_doubles()).when(asked).then_rejected("unknown_block", {{"block", "choir"}});
  given<decider>(with_pick_up()).when(asked).then_rejected("already_exists");
  asked.reservation = id("r-2");
  given<decider>(with_pick_up()).when(asked).then_rejected("invalid_stay");
  asked.departure = day("2026-12-28");
  given<decider>(with_pick_up()).when(asked).then_rejected("outside_block", {{"to", "2026-12-27"}});
  asked.arrival = day("2026-12-25");
  asked.departure = day("2026-12-27");
  given<decider>(with_pick_up()).when(asked).then_rejected("no_guests");
  asked.guests.adults = guest_count::from_integer(9).value();
  given<decider>(with_pick_up()).when(asked).then_rejected("too_many_guests");
  asked.guests.adults = guest_count::from_integer(1).value();
  given<decider>(with_pick_up() + std::vector<event>{picked("r-3", "2026-12-24", "2026-12-26"),
                                                     booked("r-3", "double", "2026-12-24",
                                                            "2026-12-26")})
      .when(asked)
      .then_rejected("block_full", {{"night", "2026-12-25"}});
  given<decider>(with_pick_up() +
                 std::vector<event>{reservation_cancelled{id("r-1"), words("ill")}})
      .when(picking("r-1", "2026-12-24", "2026-12-25"))
      .then_rejected("already_exists", {{"status", "cancelled"}});
}

TEST(CancelReservation, GoesBackToItsBlock) {
  const event cancelled = reservation_cancelled{id("r-1"), words("ill")};
  const event returned =
      block_returned{id("choir"), id("r-1"), day("2026-12-24"), day("2026-12-26")};
  given<decider>(with_pick_up())
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled, returned});
  given<decider>(with_pick_up())
      .at(just_then)
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled});
  given<decider>(with_pick_up() + std::vector<event>{block_released{id("choir")}})
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({cancelled});
  given<decider>(with_pick_up() + std::vector<event>{cancelled, returned})
      .when(booking("r-2", "double", "2026-12-24", "2026-12-25"))
      .then_rejected("no_availability");
}

TEST(CancelReservation, OfOtherNightsThanPickedUpGoesToTheHouse) {
  given<decider>(with_pick_up() +
                 std::vector<event>{changed("r-1", "double", "2026-12-24", "2026-12-25")})
      .when(cancel_reservation{id("r-1"), words("ill")})
      .then({reservation_cancelled{id("r-1"), words("ill")}});
}

TEST(ReleaseBlock, GivesBackWhatIsLeft) {
  const event released = block_released{id("choir")};
  given<decider>(with_pick_up()).when(release_block{id("choir")}).then({released});
  const auto history = with_pick_up() + std::vector<event>{released};
  given<decider>(history)
      .when(booking("r-2", "double", "2026-12-24", "2026-12-26"))
      .then({booked("r-2", "double", "2026-12-24", "2026-12-26")});
  given<decider>(two_doubles()).when(release_block{id("choir")}).then_rejected("unknown_block");
}

TEST(CutOffBlock, IsADeadline) {
  const event cut = block_cut_off{id("choir")};
  given<decider>(with_block()).at(just_before).when(cut_off_block{id("choir")}).then_nothing_to_do();
  given<decider>(with_block()).at(just_then).when(cut_off_block{id("choir")}).then({cut});
  given<decider>(with_block() + std::vector<event>{cut})
      .at(just_then)
      .when(cut_off_block{id("choir")})
      .then_nothing_to_do();
  const deadline_change armed = decider::deadline_of(created());
  EXPECT_EQ(armed.what, deadline_change::kind::arm);
  EXPECT_EQ(armed.due, timestamp_from_text(just_then).value());
  EXPECT_EQ(decider::deadline_of(cut).what, deadline_change::kind::settle);
  EXPECT_EQ(decider::deadline_of(block_released{id("choir")}).what, deadline_change::kind::settle);
  EXPECT_TRUE(std::holds_alternative<cut_off_block>(decider::on_due("block/choir")));
}

TEST(ClosedBlock, IsClosedForGood) {
  const auto released = with_block() + std::vector<event>{block_released{id("choir")}};
  const auto cut = with_block() + std::vector<event>{block_cut_off{id("choir")}};
  for (const command& asked : std::vector<command>{picking("r-1", "2026-12-24", "2026-12-25"),
                                                   release_block{id("choir")}}) {
    given<decider>(released).expecting(77).when(asked).then_rejected("block_closed",
                                                                     {{"status", "released"}});
    given<decider>(cut).when(asked).then_rejected("block_closed", {{"status", "cut_off"}});
    // Due, and not written yet.
    given<decider>(with_block()).at(just_then).when(asked).then_rejected("block_closed",
                                                                         {{"status", "cut_off"}});
  }
  given<decider>(released).when(blocking()).then_rejected("already_exists",
                                                          {{"status", "released"}});
  given<decider>(with_block())
      .at(just_then)
      .when(blocking())
      .then_rejected("already_exists", {{"status", "cut_off"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
