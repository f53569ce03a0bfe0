#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/read_model.hpp"
#include "domain/hotel/events.hpp"
#include "domain/views/chunked_rows.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"
#include "domain/views/text_pool.hpp"

namespace jumak::hotel::views {

/// Every reservation there ever was, with its folio and its history. The other views refer to its
/// rows by number and read them while they apply an event, as they were before it.
class reservations_view {
 public:
  reservation_number apply(hotel_number hotel, type_number type, guest_number guest,
                           const reservation_made& happened, const applied_event& around);
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

  [[nodiscard]] std::optional<reservation_number> find(hotel_number hotel,
                                                       std::string_view reservation) const;
  [[nodiscard]] const reservation_row& operator[](reservation_number at) const {
    return rows_[index_of(at)];
  }
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
  template <class Event>
  reservation_row& remember(reservation_number at, const Event& happened,
                            const applied_event& around);
  [[nodiscard]] text_number keep(const std::optional<free_text>& text);

  chunked_rows<reservation_row> rows_;
  number_table numbers_;
  chain_rows<posting> postings_;
  chain_rows<happening> happenings_;
  text_pool texts_;
};

/// The type's name on the wire of a happening.
[[nodiscard]] std::string_view type_name_of(const happening& entry);

}  // namespace jumak::hotel::views
