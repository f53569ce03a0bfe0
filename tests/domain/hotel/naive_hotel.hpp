#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/timestamp.hpp"
#include "domain/hotel/commands.hpp"
#include "domain/hotel/events.hpp"

namespace jumak::hotel::testing {

/// The contract once more, without any care for speed: every reservation there ever was with the set of
/// nights it counts on, and every question answered by looking at all of them, night by night. It is told
/// the events and says what the next command should get, and which invariant an event broke. Its hotel is
/// in Seoul.
class naive_hotel {
 public:
  struct reservation {
    std::string status;
    std::string counted_on;  ///< The room type.
    std::set<date> nights;   ///< Those it counts on.
    date arrival;
    date departure;
    std::string room;  ///< Empty without one.
    std::optional<date> moved_on;             ///< From which night on it is in that room.
    std::map<date, std::string> elsewhere;    ///< Types of nights before the guest was moved.
    timestamp inside_since;                   ///< Of one in house.
    std::string block;                        ///< Open or not, that it would go back to.
    std::set<date> overnights;                ///< Charged although the stay was over.
    timestamp ended_at;                       ///< Of one that was cancelled, or did not come.
    std::int64_t charges = 0;
    std::int64_t payments = 0;
    timestamp expires_at;    ///< Of a held one.
    std::vector<night_rate> rates_then;  ///< Those set when it was booked.
    bool is_priced = true;               ///< Its nights cost what they should when it was booked.
    std::optional<rate_terms_agreed> terms;
    std::optional<fee_charged> fee;
    reservation_made whole;  ///< As it was told last.
  };
  struct group {
    std::string status;
    std::string type;
    std::map<date, std::int64_t> left;
    std::optional<money> rate;
    timestamp cut_off_at;
  };
  struct room {
    std::string type;
    std::string status;
    std::set<date> out_of_order;
    std::optional<date> retired_from;
  };

  // naive_rules.cpp and naive_change.cpp

  /// The code of the refusal, or "accepted", or "nothing" for an acceptance without events.
  [[nodiscard]] std::string foretell(const command& asked, timestamp now) const;
  /// What an accepted change makes of the reservation.
  [[nodiscard]] reservation_made after_change(const change_stay& asked) const;
  /// Those waiting that could be promoted now.
  [[nodiscard]] std::set<std::string> promotable(timestamp now) const;
  /// What each night costs for a booking made now.
  [[nodiscard]] std::vector<night_rate> prices(const std::string& type, date from, date to,
                                               const std::optional<money>& given) const;

  // naive_hotel.cpp

  [[nodiscard]] static date today(timestamp now);
  /// Takes the event in; what it broke goes to `broken()`.
  void learn(const event& happened, timestamp now);
  /// Looks at every night from today on and every room.
  void check_everything(timestamp now);

  [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }
  [[nodiscard]] std::int64_t taken(const std::string& type, date night) const;
  [[nodiscard]] std::int64_t capacity(const std::string& type, date night) const;
  [[nodiscard]] std::int64_t balance(const std::string& name) const;
  /// It counts on that night of the type.
  [[nodiscard]] static bool counts(const reservation& one, const std::string& type, date night);
  /// The day whose books come next; the day before if none are closed.
  [[nodiscard]] date next_audit(date today) const {
    return audited_.empty() ? today.plus_days(-1) : audited_.rbegin()->plus_days(1);
  }
  [[nodiscard]] const std::map<std::string, group>& blocks() const { return blocks_; }
  /// Rooms of the type kept for groups that night.
  [[nodiscard]] std::int64_t blocked(const std::string& type, date night) const;
  [[nodiscard]] const std::set<date>& nights_seen() const { return nights_seen_; }
  [[nodiscard]] const std::map<std::string, std::int64_t>& types() const { return max_guests_; }
  [[nodiscard]] const std::map<std::string, room>& rooms() const { return rooms_; }
  [[nodiscard]] const std::map<std::string, reservation>& reservations() const {
    return reservations_;
  }

 private:
  [[nodiscard]] static std::set<date> nights_between(date from, date to);
  [[nodiscard]] static bool is_open(const reservation& one);
  [[nodiscard]] static bool is_missing(const room& one, date night);
  /// It is open, or waits: its name is in use, and not closed.
  [[nodiscard]] static bool is_in_the_way(const reservation& one, timestamp now);
  /// With a hold whose time is up as expired.
  [[nodiscard]] static std::string status_at(const reservation& one, timestamp now);
  /// Who is in the room now, or nobody.
  [[nodiscard]] std::string occupant(const std::string& room_name) const;
  /// Another open reservation than `asking` has the room on one of the nights, or overstays in it.
  [[nodiscard]] bool is_in_use(const std::string& room_name, const std::string& asking,
                               const std::set<date>& nights, timestamp now) const;
  [[nodiscard]] bool is_full(const std::string& type, const std::set<date>& nights) const;
  /// A night from today on would have more stays than places, if the room were missing as well.
  [[nodiscard]] bool is_needed(const room& one, const std::set<date>& nights, timestamp now) const;
  [[nodiscard]] std::int64_t price(const std::string& type, date night) const;
  [[nodiscard]] std::int64_t overbooking(const std::string& type, date night) const;

  // naive_sale.cpp
  [[nodiscard]] std::string foretell_for_type(const set_restrictions& asked) const;
  // naive_desk.cpp
  [[nodiscard]] std::string foretell_walk_in(const walk_in& asked, timestamp now) const;
  /// Of the commands of a front desk for an open reservation; empty for all others.
  [[nodiscard]] std::string foretell_desk(const command& asked, const reservation& open,
                                          timestamp now) const;
  [[nodiscard]] std::string foretell_undo(const reservation& open, timestamp now) const;
  [[nodiscard]] std::string foretell_ended(const command& asked, const reservation& ended,
                                           timestamp now) const;
  [[nodiscard]] std::string foretell_move(const move_guest& asked, const reservation& open,
                                          timestamp now) const;
  [[nodiscard]] std::string foretell_departure(const name& which, date departure, bool is_later,
                                               const std::optional<money>& rate,
                                               timestamp now) const;
  [[nodiscard]] std::string foretell_deposit(const request_deposit& asked, const reservation& open,
                                             timestamp now) const;
  [[nodiscard]] static std::string foretell_refund(const refund_payment& asked,
                                                   std::int64_t refundable);
  /// The nights for which it has its room.
  [[nodiscard]] static std::set<date> nights_in_room(const reservation& one);
  // naive_waitlist.cpp
  [[nodiscard]] std::string foretell_waiting(const command& asked, const reservation& waiting,
                                             timestamp now) const;
  [[nodiscard]] bool could_be_promoted(const reservation& waiting, timestamp now) const;
  // naive_block.cpp
  [[nodiscard]] std::string foretell_block(const create_block& asked, timestamp now) const;
  [[nodiscard]] std::string foretell_pick_up(const pick_up_from_block& asked, timestamp now) const;
  /// With a block whose cut-off has come as cut off; empty for one that never was.
  [[nodiscard]] std::string block_status_at(const std::string& block, timestamp now) const;
  void close_block(const name& which, const std::string& status);
  [[nodiscard]] std::string foretell_audit(const run_night_audit& asked, timestamp now) const;
  [[nodiscard]] std::string why_no_entry(const std::string& room_name, timestamp now) const;

  [[nodiscard]] std::string foretell_plan(const define_rate_plan& asked) const;
  [[nodiscard]] static std::vector<night_rate> at_percent(std::vector<night_rate> nights,
                                                          rate_percent percent);
  /// What the fee comes to, or nothing where it is free.
  [[nodiscard]] static std::int64_t cost_of(const std::optional<fee>& asked,
                                            const reservation& one);
  /// It ended, and cost what it should have.
  void expect_fee(const name& which, fee_reason reason, timestamp now);
  [[nodiscard]] restrictions_set restrictions_on(const std::string& type, date night) const;
  /// A stay of that type would not keep to what is set, but for what `had` has already.
  [[nodiscard]] bool is_restricted(const std::string& type, date arrival, date departure,
                                   const reservation* had) const;

  template <class Command>
  [[nodiscard]] std::string foretell_for(const Command& asked, timestamp now) const;
  template <class Booking>
  [[nodiscard]] std::string foretell_booking(const Booking& asked, timestamp now) const;
  [[nodiscard]] std::string foretell_for_type(const set_rate& asked) const;
  [[nodiscard]] std::string foretell_for_type(const set_overbooking& asked, timestamp now) const;
  [[nodiscard]] std::string foretell_for_room(const command& asked, const std::string& name,
                                              timestamp now) const;
  [[nodiscard]] std::string foretell_open(const command& asked, const reservation& open,
                                          timestamp now) const;
  [[nodiscard]] std::string foretell_folio(const command& asked, const reservation& open) const;
  [[nodiscard]] std::string foretell_assignment(const assign_room& asked, const reservation& open,
                                                timestamp now) const;
  [[nodiscard]] std::string foretell_arrival(const reservation& open, timestamp now) const;
  [[nodiscard]] std::string foretell_change(const change_stay& asked, const reservation& open,
                                            timestamp now) const;

  void expect(bool holds, const std::string& what);
  /// Invariant 7.
  void change_status(const name& which, const std::string& from, const std::string& to);
  void end(const name& which, const std::string& from, const std::string& to);
  void take_in(const reservation_made& whole, const std::string& status);
  // One for each event.
  void learn_from(const hotel_registered&, timestamp) {}
  void learn_from(const room_type_defined& happened, timestamp now);
  void learn_from(const room_added& happened, timestamp now);
  void learn_from(const rate_set& happened, timestamp now);
  void learn_from(const overbooking_set& happened, timestamp now);
  void learn_from(const room_retired& happened, timestamp now);
  void learn_from(const room_taken_out_of_order& happened, timestamp now);
  void learn_from(const room_returned_to_service& happened, timestamp now);
  void learn_from(const room_status_set& happened, timestamp now);
  void learn_from(const hold_placed& happened, timestamp now);
  void learn_from(const hold_released& happened, timestamp now);
  void learn_from(const hold_expired& happened, timestamp now);
  void learn_from(const reservation_made& happened, timestamp now);
  void learn_from(const stay_changed& happened, timestamp now);
  void learn_from(const reservation_cancelled& happened, timestamp now);
  void learn_from(const reservation_marked_no_show& happened, timestamp now);
  void learn_from(const room_assigned& happened, timestamp now);
  void learn_from(const room_unassigned& happened, timestamp now);
  void learn_from(const guest_checked_in& happened, timestamp now);
  void learn_from(const guest_checked_out& happened, timestamp now);
  void learn_from(const charge_posted& happened, timestamp now);
  void learn_from(const payment_posted& happened, timestamp now);
  void learn_from(const restrictions_set& happened, timestamp now);
  void learn_from(const rate_plan_defined& happened, timestamp now);
  void learn_from(const rate_terms_agreed& happened, timestamp now);
  void learn_from(const fee_charged& happened, timestamp now);
  void learn_from(const check_in_undone& happened, timestamp now);
  void learn_from(const reservation_reinstated& happened, timestamp now);
  void learn_from(const guest_moved& happened, timestamp now);
  void learn_from(const deposit_requested& happened, timestamp now);
  void learn_from(const waitlist_joined& happened, timestamp now);
  void learn_from(const waitlist_left& happened, timestamp now);
  void learn_from(const block_created& happened, timestamp now);
  void learn_from(const block_picked_up& happened, timestamp now);
  void learn_from(const block_returned& happened, timestamp now);
  void learn_from(const block_released& happened, timestamp now);
  void learn_from(const block_cut_off& happened, timestamp now);
  void learn_from(const overnight_charged& happened, timestamp now);
  void learn_from(const night_audited& happened, timestamp now);
  void learn_from(const payment_refunded& happened, timestamp now);
  void learn_from(const cancellation_refunded& happened, timestamp now);
  void learn_from(const no_show_refunded& happened, timestamp now);

  std::map<std::string, std::int64_t> max_guests_;
  std::map<std::string, std::map<date, std::int64_t>> rates_;
  std::map<std::string, std::map<date, std::int64_t>> overbooking_;
  std::map<std::string, std::map<date, restrictions_set>> restrictions_;
  std::map<std::string, rate_plan_defined> rate_plans_;
  std::map<std::string, group> blocks_;
  std::string picked_from_;  ///< By the reservation that is made next.
  std::set<date> audited_;
  std::map<std::string, std::int64_t> fresh_overnights_;  ///< Charged since the last audit.
  std::map<std::string, room> rooms_;
  std::map<std::string, reservation> reservations_;
  std::set<date> nights_seen_;
  std::vector<std::string> broken_;
};

}  // namespace jumak::hotel::testing
