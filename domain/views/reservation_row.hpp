#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/keep.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"
#include "domain/views/chain_rows.hpp"
#include "domain/views/numbers.hpp"
#include "domain/views/reservation_status.hpp"

namespace jumak::hotel::views {

/// What each night of a stay costs. Nearly always the same, so that is what takes no space.
class nightly_rates {
 public:
  nightly_rates() = default;
  explicit nightly_rates(const std::vector<night_rate>& nights);

  [[nodiscard]] std::int64_t of_night(day_number nights_after_arrival) const noexcept {
    return each_ ? each_[static_cast<std::size_t>(nights_after_arrival) + 1] : same_;
  }

  void keep(keeper& out) const;
  void restore(unpacker& in);

 private:
  std::int64_t same_ = 0;
  std::unique_ptr<std::int64_t[]> each_;  ///< How many, then each; null when all are the same.
};

struct posting {
  timestamp time;
  std::int64_t amount = 0;
  text_number text = no_text;  ///< A charge's description, a payment's method.
};

struct happening {
  timestamp time;
  jumak::position position;
  text_number actor = no_text;
  std::uint8_t type = 0;  ///< Its place in the hotel's event variant.
};

/// A reservation, open or closed. Closed ones stay for ever, so it is small: about 170 bytes, and
/// 32 for each event.
struct reservation_row {
  std::string name;
  hotel_number hotel{};
  guest_number guest{};
  type_number type_booked{};
  type_number type{};  ///< The type it counts on: from check-in on the type occupied.
  room_number room = no_room;
  day_number arrival = 0;
  day_number departure = 0;
  reservation_status status = reservation_status::confirmed;
  guest_counts guests;
  jumak::version version;
  std::int64_t charged = 0;
  std::int64_t paid = 0;
  nightly_rates rates;
  text_number meal = no_text;
  text_number segment = no_text;
  text_number channel = no_text;
  text_number country = no_text;
  text_number deposit = no_text;
  text_number requests = no_text;
  chain_rows<posting>::chain charges;
  chain_rows<posting>::chain payments;
  chain_rows<happening>::chain history;

  /// All of them.
  static auto kept(auto& self) {
    return std::tie(self.name, self.hotel, self.guest, self.type_booked, self.type, self.room,
                    self.arrival, self.departure, self.status, self.guests, self.version,
                    self.charged, self.paid, self.rates, self.meal, self.segment, self.channel,
                    self.country, self.deposit, self.requests, self.charges, self.payments,
                    self.history);
  }

  [[nodiscard]] day_number nights() const noexcept { return departure - arrival; }
  [[nodiscard]] bool has_night(day_number night) const noexcept {
    return arrival <= night && night < departure;
  }
  [[nodiscard]] std::int64_t rate_on(day_number night) const noexcept {
    return rates.of_night(night - arrival);
  }
  [[nodiscard]] std::int64_t balance() const noexcept { return charged - paid; }
};

}  // namespace jumak::hotel::views
