#include <algorithm>

#include "core/pack.hpp"
#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

void naive_hotel::learn_from(const restrictions_set& happened, timestamp) {
  for (const date night : nights_between(happened.from, happened.to)) {
    restrictions_[happened.room_type.text()][night] = happened;
  }
}

restrictions_set naive_hotel::restrictions_on(const std::string& type, date night) const {
  const auto of_type = restrictions_.find(type);
  if (of_type == restrictions_.end() || !of_type->second.contains(night)) {
    return {};
  }
  return of_type->second.at(night);
}

std::string naive_hotel::foretell_plan(const define_rate_plan& asked) const {
  for (const auto& one : {asked.cancellation_fee, asked.no_show_fee}) {
    if (one && ((one->of == fee_kind::percent && one->value.integer() > 100) ||
                (one->of == fee_kind::nights && one->value.integer() > 366))) {
      return "invalid_fee";
    }
  }
  return "accepted";
}

std::vector<night_rate> naive_hotel::at_percent(std::vector<night_rate> nights,
                                                rate_percent percent) {
  for (night_rate& night : nights) {
    const std::int64_t hundredths = night.rate.integer() * percent.integer();
    const std::int64_t rest = hundredths % 100;
    night.rate = money::from_integer(hundredths / 100 + (rest >= 50 ? 1 : 0)).value();
  }
  return nights;
}

std::int64_t naive_hotel::cost_of(const std::optional<fee>& asked, const reservation& one) {
  if (!asked) {
    return 0;
  }
  std::int64_t price = 0;
  std::int64_t counted = 0;
  for (const night_rate& night : one.whole.nights) {
    const bool is_counted = asked->of == fee_kind::percent || counted < asked->value.integer();
    price += is_counted ? night.rate.integer() : 0;
    ++counted;
  }
  return asked->of == fee_kind::amount    ? asked->value.integer()
         : asked->of == fee_kind::percent ? (price * asked->value.integer() + 50) / 100
                                          : price;
}

void naive_hotel::learn_from(const rate_plan_defined& happened, timestamp) {
  rate_plans_[happened.rate_plan.text()] = happened;
}

void naive_hotel::learn_from(const rate_terms_agreed& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  const rate_plan_defined& plan = rate_plans_[happened.rate_plan.text()];
  expect(happened.percent == plan.percent && happened.notice_days == plan.notice_days &&
             happened.cancellation_fee == plan.cancellation_fee &&
             happened.no_show_fee == plan.no_show_fee,
         "the terms are those of the plan");
  one.terms = happened;
  one.is_priced = one.whole.nights == at_percent(one.rates_then, happened.percent);
}

void naive_hotel::learn_from(const fee_charged& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  one.fee = happened;
  one.charges += happened.amount.integer();
}

void naive_hotel::expect_fee(const name& which, fee_reason reason, timestamp now) {
  const reservation& one = reservations_[which.text()];
  std::int64_t due = 0;
  if (one.terms && reason == fee_reason::no_show) {
    due = cost_of(one.terms->no_show_fee, one);
  } else if (one.terms &&
             today(now) > one.arrival.plus_days(-one.terms->notice_days.integer())) {
    due = cost_of(one.terms->cancellation_fee, one);
  }
  const bool is_right = due == 0 ? !one.fee
                                 : one.fee && one.fee->reason == reason &&
                                       one.fee->amount.integer() == due;
  expect(is_right, "the fee of " + which.text() + " is " + std::to_string(due));
}

std::string naive_hotel::foretell_for_type(const set_restrictions& asked) const {
  const std::string type = asked.room_type.text();
  if (!max_guests_.contains(type)) {
    return "unknown_room_type";
  }
  const auto nights = nights_between(asked.from, asked.to);
  if (nights.empty()) {
    return "invalid_stay";
  }
  if (asked.min_stay && asked.max_stay && *asked.min_stay > *asked.max_stay) {
    return "invalid_restriction";
  }
  const bool is_so_already = std::ranges::all_of(nights, [&](date night) {
    const restrictions_set now = restrictions_on(type, night);
    return now.stop_sell == asked.stop_sell.value_or(false) &&
           now.closed_to_arrival == asked.closed_to_arrival.value_or(false) &&
           now.closed_to_departure == asked.closed_to_departure.value_or(false) &&
           now.min_stay == asked.min_stay && now.max_stay == asked.max_stay;
  });
  return is_so_already ? "nothing" : "accepted";
}

bool naive_hotel::is_restricted(const std::string& type, date arrival, date departure,
                                const reservation* had) const {
  const bool is_of_type = had != nullptr && had->counted_on == type;
  const bool keeps_arrival = is_of_type && had->arrival == arrival;
  const bool keeps_departure = is_of_type && had->departure == departure;
  if (keeps_arrival && keeps_departure) {
    return false;
  }
  for (const date night : nights_between(arrival, departure)) {
    const bool is_kept = is_of_type && had->arrival <= night && night < had->departure;
    if (!is_kept && restrictions_on(type, night).stop_sell) {
      return true;
    }
  }
  const restrictions_set first = restrictions_on(type, arrival);
  const std::int64_t nights = days_between(arrival, departure);
  return (first.closed_to_arrival && !keeps_arrival) ||
         (restrictions_on(type, departure).closed_to_departure && !keeps_departure) ||
         (first.min_stay && nights < first.min_stay->integer()) ||
         (first.max_stay && nights > first.max_stay->integer());
}

}  // namespace jumak::hotel::testing
