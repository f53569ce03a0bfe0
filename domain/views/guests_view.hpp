#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/guest/events.hpp"
#include "domain/hotel/events.hpp"
#include "domain/views/chunked_rows.hpp"
#include "domain/views/guests_by_text.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_row.hpp"

namespace jumak::hotel::views {

struct spend {
  std::string currency;
  std::int64_t amount = 0;
};

/// A person, registered or only named in reservations; texts that are absent are empty.
struct guest_row {
  std::string name;
  std::string full_name;  ///< Empty until the guest is registered.
  std::string email;
  std::string phone;
  std::string country;
  std::int64_t stays = 0;
  std::int64_t nights = 0;
  std::int64_t cancellations = 0;
  std::int64_t no_shows = 0;
  std::vector<spend> spent;  ///< By currency, ascending.

  [[nodiscard]] bool registered() const noexcept { return !full_name.empty(); }
};

/// Who the guests are and what became of their reservations. Personal texts live in the guest's own
/// row and nowhere else, so that a change leaves nothing behind; what finds them keeps hashes.
class guests_view {
 public:
  static auto kept(auto& self) {
    return std::tie(self.rows_, self.numbers_, self.emails_, self.phones_);
  }
  [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }

  void apply(std::string_view guest, const jumak::guest::guest_registered& happened);
  void apply(std::string_view guest, const jumak::guest::guest_updated& happened);
  void apply(const reservation_row& row, const reservation_cancelled& happened);
  void apply(const reservation_row& row, const reservation_marked_no_show& happened);
  void apply(const reservation_row& row, const guest_checked_out& happened);
  void apply(const reservation_row& row, const reservation_reinstated& happened);
  void apply(const reservation_row& row, std::string_view currency, const payment_posted& happened);
  /// So much was given back to the guest.
  void refund(const reservation_row& row, std::string_view currency, std::int64_t amount);

  /// The guest's number, a new one for a name not seen before.
  guest_number number_of(std::string_view guest);

  /// How many names were seen; their numbers are those below.
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
  // Who may have such an e-mail address or phone number; the caller compares.
  [[nodiscard]] const guests_by_text& emails() const noexcept { return emails_; }
  [[nodiscard]] const guests_by_text& phones() const noexcept { return phones_; }

  /// Nothing for a name not seen.
  [[nodiscard]] std::optional<guest_number> find(std::string_view guest) const;
  [[nodiscard]] const guest_row& operator[](guest_number guest) const {
    return rows_[index_of(guest)];
  }

 private:
  [[nodiscard]] guest_row& row_of(const reservation_row& row) { return rows_[index_of(row.guest)]; }
  void add_spend(const reservation_row& row, std::string_view currency, std::int64_t amount);
  template <class Event>
  void take_contacts(guest_number number, const Event& happened);

  chunked_rows<guest_row> rows_;
  number_table numbers_;
  guests_by_text emails_;
  guests_by_text phones_;
};

}  // namespace jumak::hotel::views
