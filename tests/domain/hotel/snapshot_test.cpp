#include <gtest/gtest.h>

#include "core/pack.hpp"
#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

state some_hotel() {
  state hotel;
  const auto history =
      small_hotel() +
      std::vector<event>{rate_set{id("double"), day("2026-12-24"), day("2026-12-26"), cents(1)},
                         booked("r-2", "double", "2026-12-01", "2026-12-04"),
                         booked("r-1", "suite", "2026-12-01", "2026-12-04"),
                         assigned("r-2", "201"),
                         checked_in("r-2", "201", "suite", 30000),
                         paid("r-2", 5),
                         assigned("r-1", "101"),
                         held("r-3", "double", "2026-12-24", "2026-12-26"),
                         room_of("double", "102"),
                         room_of("double", "103"),
                         overbooked("double", "2026-12-24", "2026-12-26", 3),
                         out_of_order("102", "2026-12-24", "2026-12-26"),
                         out_of_order("102", "2026-12-28", "2026-12-29"),
                         room_retired{id("103")}};
  for (const event& happened : history) {
    decider::evolve(hotel, happened, {{}, version(3)});
  }
  return hotel;
}

TEST(Snapshot, LoadsWhatItSaved) {
  const std::string bytes = decider::save(some_hotel());
  const auto loaded = decider::load(bytes);
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(decider::save(*loaded), bytes);
  EXPECT_EQ(loaded->rooms()[1].occupant, "r-2");
  EXPECT_EQ(loaded->rooms()[1].claims.size(), 1U);
  EXPECT_EQ(loaded->room_types()[1].taken.on(day("2026-12-03")), 2U);
  EXPECT_EQ(loaded->room_types()[0].rate_on(day("2026-12-24")), cents(1));
  EXPECT_NE(loaded->zone, nullptr);
  EXPECT_EQ(loaded->expiry_of("r-3"), some_hotel().expiry_of("r-3"));
  EXPECT_FALSE(loaded->find_room_in_service("103").has_value());
  EXPECT_EQ(loaded->room_types()[0].capacity_on(day("2026-12-24")), 4);
  EXPECT_EQ(loaded->room_types()[0].capacity_on(day("2026-12-28")), 1);
}

/// One that uses what most do not: terms, restrictions, blocks, moves, audits, stays that ended.
std::vector<event> busy_front_desk() {
  restrictions_set closed;
  closed.room_type = id("double");
  closed.from = day("2026-12-24");
  closed.to = day("2026-12-26");
  closed.stop_sell = true;
  rate_plan_defined plan;
  plan.rate_plan = id("saver");
  plan.percent = rate_percent::from_integer(90).value();
  plan.no_show_fee = fee{fee_kind::nights, fee_value::from_integer(1).value()};
  const rate_terms_agreed agreed{id("r-1"),        plan.rate_plan,        plan.percent,
                                 plan.notice_days, plan.cancellation_fee, plan.no_show_fee};
  block_created block;
  block.block = id("choir");
  block.room_type = id("double");
  block.from = day("2026-12-10");
  block.to = day("2026-12-12");
  block.rooms = block_rooms::from_integer(2).value();
  return {the_hotel(), type_defined("double"), type_defined("suite"), room_of("double", "101"),
          room_of("suite", "201"), closed, plan, block,
          booked("r-1", "double", "2026-12-20", "2026-12-22"), agreed,
          booked("r-2", "double", "2026-12-01", "2026-12-04"), assigned("r-2", "101"),
          checked_in("r-2", "101", "double", 30000),
          guest_moved{id("r-2"), id("101"), id("201"), id("suite"), day("2026-12-02"), {}},
          overnight_charged{id("r-2"), day("2026-12-04"), cents(10000)},
          night_audited{day("2026-12-04"), 1, sum(10000), 1, {}},
          booked("r-3", "suite", "2026-12-20", "2026-12-22"), paid("r-3", 5),
          reservation_cancelled{id("r-3"), words("ill")},
          block_picked_up{id("choir"), id("r-4"), day("2026-12-10"), day("2026-12-11")},
          booked("r-4", "double", "2026-12-10", "2026-12-11")};
}

TEST(Snapshot, LoadsAllThatAFrontDeskUses) {
  state hotel;
  for (const event& happened : busy_front_desk()) {
    decider::evolve(hotel, happened, {{}, version(3)});
  }
  const std::string bytes = decider::save(hotel);
  const auto loaded = decider::load(bytes);
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(decider::save(*loaded), bytes);
  EXPECT_EQ(loaded->room_types()[0].restrictions.on(day("2026-12-25")), 1);
  EXPECT_NE(loaded->find_rate_plan("saver"), nullptr);
  EXPECT_NE(loaded->terms_of("r-1"), nullptr);
  EXPECT_EQ(loaded->blocks().find("choir")->left, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(loaded->blocks().block_of("r-4"), "choir");
  EXPECT_EQ(loaded->moved_on("r-2"), day("2026-12-02"));
  EXPECT_EQ(loaded->rooms()[1].claims.at(0).arrival, day("2026-12-02"));
  EXPECT_EQ(loaded->charged_until("r-2"), day("2026-12-05"));
  EXPECT_EQ(loaded->audited, day("2026-12-04"));
  ASSERT_NE(loaded->ended().find("r-3", {}), nullptr);
  EXPECT_EQ(loaded->ended().find("r-3", {})->paid, 5);
}

TEST(Snapshot, OfABusyFrontDeskSurvivesDamage) {
  state hotel;
  for (const event& happened : busy_front_desk()) {
    decider::evolve(hotel, happened, {{}, version(3)});
  }
  const std::string bytes = decider::save(hotel);
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    for (const int flipped : {0x01, 0x10, 0x80, 0xff}) {
      std::string damaged = bytes;
      damaged[place] = static_cast<char>(damaged[place] ^ flipped);
      if (const auto loaded = decider::load(damaged)) {
        EXPECT_FALSE(decider::save(*loaded).empty());
      }
    }
  }
}

TEST(Snapshot, OfAHotelThatNeverWasLoads) {
  const auto loaded = decider::load(decider::save(state()));
  ASSERT_TRUE(loaded.has_value());
  EXPECT_FALSE(loaded->is_registered());
}

TEST(Snapshot, LoadsNothingFromOtherBytes) {
  const std::string bytes = decider::save(some_hotel());
  EXPECT_FALSE(decider::load("").has_value());
  EXPECT_FALSE(decider::load(bytes + '\0').has_value());
  std::string other_format = bytes;
  ++other_format.front();
  EXPECT_FALSE(decider::load(other_format).has_value());
  std::string other_members = bytes;
  ++other_members.at(1);  // Of the hash of the saved structs' form, which follows the format.
  EXPECT_FALSE(decider::load(other_members).has_value());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(decider::load(std::string_view(bytes).substr(0, length)).has_value()) << length;
  }
}

TEST(Snapshot, SurvivesDamage) {
  const std::string bytes = decider::save(some_hotel());
  // Whatever loads must be a state that can be saved again; most does not load at all.
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    for (const int flipped : {0x01, 0x10, 0x80, 0xff}) {
      std::string damaged = bytes;
      damaged[place] = static_cast<char>(damaged[place] ^ flipped);
      if (const auto loaded = decider::load(damaged)) {
        EXPECT_FALSE(decider::save(*loaded).empty());
      }
    }
  }
}

}  // namespace
}  // namespace jumak::hotel::testing
