#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "domain/hotel/decide.hpp"

namespace jumak::hotel {

/// What events that are decided and not yet folded do to the free places of a hotel.
class freed_nights {
 public:
  explicit freed_nights(const situation& now) : now_(now) {}

  void take_in(const event& decided);
  void take(std::uint64_t type, date from, date to) { add(type, from, to, -1); }

  /// Some night has a place more than it had.
  [[nodiscard]] bool any() const noexcept { return is_any_; }
  /// Each night of `[from, to)` has a place left.
  [[nodiscard]] bool has_room(std::uint64_t type, date from, date to) const;

 private:
  // Most events free nothing.
  template <class Event>
  void note(const Event&) {}
  void note(const hold_placed& decided);
  void note(const hold_released& decided);
  void note(const hold_expired& decided);
  void note(const reservation_made& decided);
  void note(const reservation_cancelled& decided);
  void note(const reservation_marked_no_show& decided);
  void note(const reservation_reinstated& decided);
  void note(const stay_changed& decided);
  void note(const guest_checked_in& decided);
  void note(const guest_checked_out& decided);
  void note(const guest_moved& decided);
  void note(const room_added& decided);
  void note(const overbooking_set& decided);
  void note(const room_returned_to_service& decided);
  void note(const block_created& decided);
  void note(const block_picked_up& decided);
  void note(const block_returned& decided);
  void note(const block_released& decided);
  void note(const block_cut_off& decided);

  /// So many places more, or less.
  void add(std::uint64_t type, date from, date to, std::int64_t places);
  /// All nights of an open reservation.
  void free(const name& reservation);
  void free_block(const name& block);
  [[nodiscard]] std::uint64_t type_of(const name& room_type) const;

  const situation& now_;
  bool is_any_ = false;
  std::map<std::pair<std::uint64_t, date>, std::int64_t> places_;
  std::map<std::uint64_t, std::int64_t> on_every_night_;  ///< By type: of rooms added.
};

}  // namespace jumak::hotel
