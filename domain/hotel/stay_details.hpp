#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "domain/fields.hpp"
#include "domain/hotel/events.hpp"

/// What the state keeps of an open reservation only to tell it again: ReservationMade of a hold and
/// StayChanged carry the reservation whole.
namespace jumak::hotel {

/// So many nights in a row at one rate.
struct rate_run {
  std::uint32_t nights = 0;
  money rate;
  friend bool operator==(const rate_run&, const rate_run&) = default;
};
BOOST_DESCRIBE_STRUCT(rate_run, (), (nights, rate))

struct stay_details {
  std::vector<rate_run> rates;  ///< From the arrival on; neighbours differ in their rate.
  name guest;
  guest_counts guests;
  std::optional<money> rate;  ///< As in the event that told the reservation last.
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
};
BOOST_DESCRIBE_STRUCT(stay_details, (),
                      (rates, guest, guests, rate, meal, segment, channel, country, deposit,
                       requests))

/// Stay details as packed bytes behind one pointer: a tenth of the struct's size, for there may be
/// a million open reservations and few of them are ever told again.
class packed_details {
 public:
  packed_details() = default;  ///< Of no nights and no guest.
  explicit packed_details(const reservation_made& whole);
  explicit packed_details(const hold_placed& whole);
  explicit packed_details(const stay_changed& whole);
  explicit packed_details(const reservation_reinstated& whole);
  explicit packed_details(const waitlist_joined& whole);
  /// Nothing unless they are the details of so many nights.
  [[nodiscard]] static std::optional<packed_details> from_bytes(std::string_view bytes,
                                                                std::int64_t nights);

  packed_details(const packed_details& other);
  packed_details(packed_details&&) noexcept = default;
  packed_details& operator=(const packed_details& other);
  packed_details& operator=(packed_details&&) noexcept = default;
  ~packed_details() = default;

  [[nodiscard]] std::string_view bytes() const noexcept;
  [[nodiscard]] stay_details unpacked() const;
  /// The sum of the nightly rates.
  [[nodiscard]] std::int64_t nights_total() const;

 private:
  explicit packed_details(std::string_view bytes);

  std::unique_ptr<char[]> block_;  ///< The number of bytes, 4 bytes wide, and the bytes.
};

}  // namespace jumak::hotel
