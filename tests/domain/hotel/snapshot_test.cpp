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
