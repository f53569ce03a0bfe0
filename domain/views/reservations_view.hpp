#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/read_model.hpp"
#include "domain/hotel/events.hpp"
#include "domain/views/chunked_rows.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_lists.hpp"
#include "domain/views/reservation_row.hpp"
#include "domain/views/text_pool.hpp"

namespace jumak::hotel::views {

/// Every reservation there ever was, with its folio and its history. The other views refer to its
/// rows by number and read them while they apply an event, as they were before it.
class reservations_view {
 public:
  static auto kept(auto& self) {
    return std::tie(self.rows_, self.numbers_, self.by_hotel_, self.by_guest_, self.postings_,
                    self.happenings_, self.texts_, self.charged_until_);
  }
  [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }

  reservation_number apply(hotel_number hotel, type_number type, guest_number guest,
                           const hold_placed& happened, const applied_event& around);
  reservation_number apply(hotel_number hotel, type_number type, guest_number guest,
                           const waitlist_joined& happened, const applied_event& around);
  void apply(reservation_number at, const waitlist_left& happened, const applied_event& around);
  /// A reservation that was not held before.
  reservation_number apply(hotel_number hotel, type_number type, guest_number guest,
                           const reservation_made& happened, const applied_event& around);
  /// Confirms a hold, which stays as it is otherwise; or makes one that waited.
  void apply(reservation_number at, const reservation_made& happened, const applied_event& around);
  void apply(reservation_number at, const hold_released& happened, const applied_event& around);
  void apply(reservation_number at, const hold_expired& happened, const applied_event& around);
  void apply(reservation_number at, type_number type, const stay_changed& happened,
             const applied_event& around);
  void apply(reservation_number at, const reservation_cancelled& happened,
             const applied_event& around);
  void apply(reservation_number at, const reservation_marked_no_show& happened,
             const applied_event& around);
  void apply(reservation_number at, room_number room, const room_assigned& happened,
             const applied_event& around);
  void apply(reservation_number at, const room_unassigned& happened, const applied_event& around);
  void apply(reservation_number at, type_number type, const guest_checked_in& happened,
             const applied_event& around);
  void apply(reservation_number at, const guest_checked_out& happened, const applied_event& around);
  void apply(reservation_number at, const charge_posted& happened, const applied_event& around);
  void apply(reservation_number at, const payment_posted& happened, const applied_event& around);
  void apply(reservation_number at, const rate_terms_agreed& happened, const applied_event& around);
  void apply(reservation_number at, const fee_charged& happened, const applied_event& around);
  void apply(reservation_number at, const check_in_undone& happened, const applied_event& around);
  void apply(reservation_number at, const reservation_reinstated& happened,
             const applied_event& around);
  void apply(reservation_number at, type_number type, room_number room,
             const guest_moved& happened, const applied_event& around);
  void apply(reservation_number at, const overnight_charged& happened, const applied_event& around);
  void apply(reservation_number at, const deposit_requested& happened, const applied_event& around);
  void apply(reservation_number at, const payment_refunded& happened, const applied_event& around);
  void apply(reservation_number at, const cancellation_refunded& happened,
             const applied_event& around);
  void apply(reservation_number at, const no_show_refunded& happened, const applied_event& around);

  [[nodiscard]] std::optional<reservation_number> find(hotel_number hotel,
                                                       std::string_view reservation) const;
  [[nodiscard]] const reservation_row& operator[](reservation_number at) const {
    return rows_[index_of(at)];
  }
  // All of a hotel, or of a guest in all hotels, in the order they were made.
  [[nodiscard]] const reservation_lists<hotel_number>& by_hotel() const { return by_hotel_; }
  [[nodiscard]] const reservation_lists<guest_number>& by_guest() const { return by_guest_; }
  [[nodiscard]] std::string_view text_of(text_number text) const { return texts_.text_of(text); }

  /// In the order they happened.
  [[nodiscard]] std::vector<const posting*> charges_of(const reservation_row& row) const {
    return postings_.entries_of(row.charges);
  }
  [[nodiscard]] std::vector<const posting*> payments_of(const reservation_row& row) const {
    return postings_.entries_of(row.payments);
  }
  [[nodiscard]] std::vector<const happening*> history_of(const reservation_row& row) const {
    return happenings_.entries_of(row.history);
  }

 private:
  // Adds a charge, or a payment, to the folio and its lists.
  void charge(reservation_row& row, timestamp time, std::int64_t amount, std::string_view what);
  void pay(reservation_row& row, timestamp time, std::int64_t amount, std::string_view how);
  template <class Event>
  void refund(reservation_number at, const Event& happened, const applied_event& around);
  template <class Event>
  reservation_number add(hotel_number hotel, type_number type, guest_number guest,
                         const Event& happened, const applied_event& around);
  /// What the event says of the whole reservation.
  template <class Event>
  void fill(reservation_row& row, type_number type, const Event& happened);
  template <class Event>
  reservation_row& remember(reservation_number at, const Event& happened,
                            const applied_event& around);
  [[nodiscard]] text_number keep(const std::optional<free_text>& text);

  chunked_rows<reservation_row> rows_;
  number_table numbers_;
  reservation_lists<hotel_number> by_hotel_;
  reservation_lists<guest_number> by_guest_;
  chain_rows<posting> postings_;
  chain_rows<happening> happenings_;
  text_pool texts_;
  /// Up to which night more is charged than the stay has: of guests who stayed past the departure.
  std::unordered_map<std::uint32_t, day_number> charged_until_;
};

/// The type's name on the wire of a happening.
[[nodiscard]] std::string_view type_name_of(const happening& entry);

}  // namespace jumak::hotel::views
