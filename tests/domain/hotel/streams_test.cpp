#include "domain/hotel/streams.hpp"

#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

std::string about(const command& asked) { return decider::stream_of(asked); }
std::string goes_to(const event& happened) { return decider::stream_of(happened); }

TEST(Streams, OfCommandsAreThoseOfTheContract) {
  EXPECT_EQ(about(the_registration()), "");
  EXPECT_EQ(about(define_room_type{}), "");
  EXPECT_EQ(about(set_rate{}), "");
  EXPECT_EQ(about(add_rooms{}), "");
  EXPECT_EQ(about(set_overbooking{}), "");
  EXPECT_EQ(about(retire_room{id("101")}), "room/101");
  EXPECT_EQ(about(take_room_out_of_order{id("101"), {}, {}, {}}), "room/101");
  EXPECT_EQ(about(return_room_to_service{id("101")}), "room/101");
  EXPECT_EQ(about(holding("r-1", "double", "2026-12-24", "2026-12-25")), "reservation/r-1");
  EXPECT_EQ(about(confirm_hold{id("r-1")}), "reservation/r-1");
  EXPECT_EQ(about(change_stay{id("r-1"), {}, {}, {}, {}, {}}), "reservation/r-1");
  EXPECT_EQ(about(set_room_status{id("101"), room_status::dirty}), "room/101");
  EXPECT_EQ(about(assign_room{id("r-1"), id("101")}), "reservation/r-1");
  EXPECT_EQ(about(check_in{id("r-1")}), "reservation/r-1");
}

TEST(Streams, OfEventsAreThoseOfTheContract) {
  EXPECT_EQ(goes_to(the_hotel()), "");
  EXPECT_EQ(goes_to(type_defined("double")), "");
  EXPECT_EQ(goes_to(rate_set{}), "");
  EXPECT_EQ(goes_to(room_of("double", "101")), "room/101");
  EXPECT_EQ(goes_to(overbooked("double", "2026-12-24", "2026-12-25", 1)), "");
  EXPECT_EQ(goes_to(room_retired{id("101")}), "room/101");
  EXPECT_EQ(goes_to(out_of_order("101", "2026-12-24", "2026-12-25")), "room/101");
  EXPECT_EQ(goes_to(room_returned_to_service{id("101")}), "room/101");
  EXPECT_EQ(goes_to(held("r-1", "double", "2026-12-24", "2026-12-25")), "reservation/r-1");
  EXPECT_EQ(goes_to(hold_expired{id("r-1")}), "reservation/r-1");
  EXPECT_EQ(goes_to(changed("r-1", "double", "2026-12-24", "2026-12-25")), "reservation/r-1");
  EXPECT_EQ(goes_to(room_status_set{id("101"), room_status::dirty}), "room/101");
  EXPECT_EQ(goes_to(booked("r-1", "double", "2026-12-24", "2026-12-25")), "reservation/r-1");
  EXPECT_EQ(goes_to(assigned("r-1", "101")), "reservation/r-1");
  EXPECT_EQ(goes_to(checked_in("r-1", "101", "double", 1)), "reservation/r-1");
  EXPECT_EQ(goes_to(checked_out("r-1", "101")), "reservation/r-1");
}

TEST(Streams, OfNewRoomsAreAskedAbout) {
  const add_rooms asked{id("double"), distinct_names::from_items({id("1"), id("2")}).value()};
  EXPECT_EQ(decider::other_streams(asked), (std::vector<std::string>{"room/1", "room/2"}));
  EXPECT_TRUE(decider::other_streams(check_in{id("r-1")}).empty());
}

TEST(Streams, HaveNoVersionUntilTheStateHoldsThem) {
  const state hotel;
  for (const auto* stream :
       {"", "room/101", "reservation/r-1", "other/x", "room", "reservation/"}) {
    EXPECT_EQ(decider::version_of(hotel, stream), std::nullopt) << stream;
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
