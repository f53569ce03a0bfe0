#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

template <class Command>
Command about_r_1() {
  Command asked;
  asked.reservation = id("r-1");
  return asked;
}

/// One of each command, all about reservation r-1 where they name one.
std::vector<command> every_command() {
  return {
      the_registration(),
      define_room_type{id("twin"), words("Twin"), guest_limit::from_integer(2).value(), cents(1)},
      add_rooms{id("double"), distinct_names::from_items({id("109")}).value()},
      set_rate{id("double"), day("2026-12-24"), day("2026-12-25"), cents(1)},
      set_overbooking{id("double"), day("2026-12-24"), day("2026-12-25"), overbooked_rooms()},
      retire_room{id("101")},
      take_room_out_of_order{id("101"), day("2026-12-24"), day("2026-12-25"), words("paint")},
      return_room_to_service{id("101")},
      holding("r-1", "double", "2026-12-24", "2026-12-25"),
      confirm_hold{id("r-1")},
      release_hold{id("r-1")},
      expire_hold{id("r-1")},
      booking("r-1", "double", "2026-12-24", "2026-12-25"),
      change_stay{id("r-1"), {}, {}, {}, {}, cents(1)},
      cancel_reservation{id("r-1"), words("plans")},
      mark_no_show{id("r-1")},
      assign_room{id("r-1"), id("101")},
      unassign_room{id("r-1")},
      check_in{id("r-1")},
      check_out{id("r-1"), std::nullopt},
      set_room_status{id("101"), room_status::dirty},
      post_charge{id("r-1"), cents(1), words("minibar")},
      post_payment{id("r-1"), cents(1), words("card")},
      set_restrictions{id("double"), day("2026-12-24"), day("2026-12-25"), {}, {}, {}, {}, {}},
      define_rate_plan{id("flex"), words("Flex"), {}, {}, {}, {}},
      about_r_1<book_rate_plan>(),
      about_r_1<walk_in>(),
      undo_check_in{id("r-1")},
      reinstate_reservation{id("r-1")},
      move_guest{id("r-1"), id("101"), {}},
      extend_stay{id("r-1"), day("2026-12-25"), {}},
      shorten_stay{id("r-1"), day("2026-12-25"), {}},
      request_deposit{id("r-1"), cents(1), day("2026-12-24")},
      refund_payment{id("r-1"), cents(1), words("card")},
      run_night_audit{day("2026-11-30")},
      create_block{},
      about_r_1<pick_up_from_block>(),
      release_block{id("choir")},
      cut_off_block{id("choir")},
      about_r_1<join_waitlist>(),
      leave_waitlist{id("r-1")},
      promote_from_waitlist{id("r-1")}};
}

/// The engine's own is not refused.
bool is_about_a_reservation(const command& asked) {
  return decider::stream_of(asked) == "reservation/r-1" &&
         !std::holds_alternative<expire_hold>(asked);
}

std::string code_for_closed(const command& asked, std::string_view status) {
  if (std::holds_alternative<make_reservation>(asked) ||
      std::holds_alternative<place_hold>(asked) || std::holds_alternative<book_rate_plan>(asked) ||
      std::holds_alternative<walk_in>(asked) ||
      std::holds_alternative<pick_up_from_block>(asked) ||
      std::holds_alternative<join_waitlist>(asked)) {
    return "already_exists";
  }
  const bool concerns_ended = std::holds_alternative<reinstate_reservation>(asked) ||
                              std::holds_alternative<refund_payment>(asked);
  if (concerns_ended && (status == "cancelled" || status == "no_show")) {
    return "version_conflict";  // The rules may bring it back.
  }
  const bool ends_a_hold =
      std::holds_alternative<confirm_hold>(asked) || std::holds_alternative<release_hold>(asked);
  return ends_a_hold && status == "expired" ? "hold_expired" : "reservation_closed";
}

TEST(Precheck, HasOneOfEachCommandToTry) {
  const std::vector<command> all = every_command();
  ASSERT_EQ(all.size(), std::variant_size_v<command>);
  for (std::size_t index = 0; index < all.size(); ++index) {
    EXPECT_EQ(all[index].index(), index);
  }
}

TEST(Precheck, RefusesAllButTheRegistrationOfAnUnknownHotel) {
  for (const command& asked : every_command()) {
    if (std::holds_alternative<register_hotel>(asked)) {
      continue;
    }
    given<decider>({}).expecting(7).when(asked).then_rejected("unknown_hotel");
  }
}

TEST(Precheck, NeverUsesAClosedNameAgain) {
  const event made = booked("r-1", "double", "2026-12-01", "2026-12-02");
  const event hold = held("r-1", "double", "2026-12-01", "2026-12-02");
  const std::vector<event> stayed{made, assigned("r-1", "101"),
                                  checked_in("r-1", "101", "double", 10000), paid("r-1", 10000),
                                  checked_out("r-1", "101")};
  const std::vector<std::pair<std::vector<event>, std::string>> endings{
      {{made, reservation_cancelled{id("r-1"), words("plans")}}, "cancelled"},
      {{made, reservation_marked_no_show{id("r-1")}}, "no_show"},
      {{hold, hold_released{id("r-1")}}, "released"},
      {{hold, hold_expired{id("r-1")}}, "expired"},
      {stayed, "checked_out"}};
  for (const auto& [history, status] : endings) {
    for (const command& asked : every_command()) {
      if (!is_about_a_reservation(asked)) {
        continue;
      }
      // Also before the version is looked at.
      const std::string code = code_for_closed(asked, status);
      const bool has_status = code != "hold_expired" && code != "version_conflict";
      const auto details =
          has_status ? std::vector<detail>{{"status", status}} : std::vector<detail>{};
      given<decider>(small_hotel() + history)
          .expecting(77)
          .when(asked)
          .then_rejected(code, details);
    }
  }
}

TEST(Precheck, RefusesAClosedNameBeforeAnUnknownRoomType) {
  given<decider>(small_hotel() +
                 std::vector<event>{booked("r-1", "double", "2026-12-01", "2026-12-02"),
                                    reservation_cancelled{id("r-1"), words("plans")}})
      .when(booking("r-1", "barn", "2026-12-24", "2026-12-25"))
      .then_rejected("already_exists");
}

TEST(Precheck, ComesBeforeTheVersionAndTheRulesComeAfter) {
  given<decider>({the_hotel()})
      .expecting(0)
      .when(the_registration())
      .then_rejected("version_conflict");
  given<decider>({the_hotel()})
      .expecting(1)
      .when(the_registration())
      .then_rejected("already_exists");
  const auto made =
      small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-25")};
  const make_reservation again = booking("r-1", "barn", "2026-12-24", "2026-12-25");
  given<decider>(made).expecting(0).when(again).then_rejected("version_conflict");
  given<decider>(made).expecting(1).when(again).then_rejected("unknown_room_type");
  given<decider>(small_hotel())
      .expecting(0)
      .when(booking("r-1", "double", "2026-12-24", "2026-12-25"))
      .then({booked("r-1", "double", "2026-12-24", "2026-12-25")});
}

}  // namespace
}  // namespace jumak::hotel::testing
