#include "domain/hotel/rate_terms.hpp"

#include <algorithm>
#include <limits>

namespace jumak::hotel {
namespace {

constexpr std::int64_t hundred = 100;

/// Of a number that is not negative.
std::int64_t rounded_percent(std::int64_t whole, std::int64_t percent) noexcept {
  return (whole * percent + hundred / 2) / hundred;
}

/// What the first so many nights cost.
std::int64_t price_of(const stay_details& stay, std::int64_t nights) noexcept {
  std::int64_t total = 0;
  for (const rate_run& run : stay.rates) {
    const std::int64_t counted = std::min<std::int64_t>(run.nights, nights);
    total += counted * run.rate.integer();
    nights -= counted;
  }
  return total;
}

}  // namespace

money percent_of(money rate, rate_percent percent) noexcept {
  const std::int64_t amount = rounded_percent(rate.integer(), percent.integer());
  return money::from_integer(std::min(amount, money::most)).value_or(rate);
}

std::int64_t amount_of(const fee& asked, const stay_details& stay) noexcept {
  constexpr std::int64_t all_nights = std::numeric_limits<std::int64_t>::max();
  switch (asked.of) {
    case fee_kind::percent:
      return rounded_percent(price_of(stay, all_nights), asked.value.integer());
    case fee_kind::nights:
      return price_of(stay, asked.value.integer());
    case fee_kind::amount:
      return asked.value.integer();
  }
  return 0;
}

std::int64_t cancellation_cost(const rate_terms& terms, const stay_details& stay, date arrival,
                               date today) noexcept {
  const bool is_free = !terms.cancellation_fee ||
                       today <= arrival.plus_days(-terms.notice_days.integer());
  return is_free ? 0 : amount_of(*terms.cancellation_fee, stay);
}

}  // namespace jumak::hotel
