#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "core/fields.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"
#include "domain/hotel/stay_details.hpp"

namespace jumak::hotel {

/// What a rate plan says of price, cancellation and no-show. A reservation keeps those it was
/// booked with.
struct rate_terms {
  rate_percent percent;
  hotel::notice_days notice_days;
  std::optional<fee> cancellation_fee;
  std::optional<fee> no_show_fee;
  friend bool operator==(const rate_terms&, const rate_terms&) = default;
};
BOOST_DESCRIBE_STRUCT(rate_terms, (), (percent, notice_days, cancellation_fee, no_show_fee))

/// Those that a command, or an event, carries.
template <class Carrier>
[[nodiscard]] rate_terms terms_in(const Carrier& from) {
  return {from.percent, from.notice_days, from.cancellation_fee, from.no_show_fee};
}

/// So many percent of a rate, rounded half up; within what money takes.
[[nodiscard]] money percent_of(money rate, rate_percent percent) noexcept;

/// What the fee of a stay comes to; percents are rounded half up.
[[nodiscard]] std::int64_t amount_of(const fee& asked, const stay_details& stay) noexcept;

/// What cancelling that day costs; 0 while it is free.
[[nodiscard]] std::int64_t cancellation_cost(const rate_terms& terms, const stay_details& stay,
                                             date arrival, date today) noexcept;

}  // namespace jumak::hotel
