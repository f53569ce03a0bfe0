#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/restrictions.hpp"

namespace jumak::hotel {
namespace {

restrictions_set with_defaults(const set_restrictions& asked) {
  return {asked.room_type,
          asked.from,
          asked.to,
          asked.stop_sell.value_or(false),
          asked.closed_to_arrival.value_or(false),
          asked.closed_to_departure.value_or(false),
          asked.min_stay,
          asked.max_stay};
}

/// A percentage is one of the whole, and no stay has more nights than that.
std::optional<refusal> refuse_fee(const std::optional<fee>& asked) {
  const bool is_too_much =
      asked && ((asked->of == fee_kind::percent && asked->value.integer() > 100) ||
                (asked->of == fee_kind::nights && asked->value.integer() > stay_nights::most));
  return is_too_much ? std::optional(invalid_fee(*asked)) : std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const set_restrictions& asked) {
  const auto type = now.hotel.find_room_type(asked.room_type.text());
  if (!type) {
    return unknown_room_type(asked.room_type);
  }
  if (auto refused = refuse_range(now, asked.from, asked.to)) {
    return *std::move(refused);
  }
  if (asked.min_stay && asked.max_stay && *asked.min_stay > *asked.max_stay) {
    return least_above_most(*asked.min_stay, *asked.max_stay);
  }
  restrictions_set set = with_defaults(asked);
  const night_steps& before = now.hotel.at(*type).restrictions;
  if (before.is_everywhere(asked.from, asked.to, step_value(set))) {
    return std::vector<event>{};
  }
  return std::vector<event>{std::move(set)};
}

decision<event> decide_on(const situation&, const define_rate_plan& asked) {
  for (const std::optional<fee>& one : {asked.cancellation_fee, asked.no_show_fee}) {
    if (auto refused = refuse_fee(one)) {
      return *std::move(refused);
    }
  }
  const rate_percent all = rate_percent::from_integer(100).value_or(rate_percent());
  return std::vector<event>{rate_plan_defined{
      asked.rate_plan, asked.title, asked.percent.value_or(all),
      asked.notice_days.value_or(notice_days()), asked.cancellation_fee, asked.no_show_fee}};
}

decision<event> decide_on(const situation& now, const book_rate_plan& asked) {
  const rate_terms* terms = now.hotel.find_rate_plan(asked.rate_plan.text());
  if (terms == nullptr) {
    return unknown_rate_plan(asked.rate_plan);
  }
  auto type = type_for(now, asked);
  if (!type) {
    return tl::unexpected(std::move(type.error()));
  }
  return std::vector<event>{
      as_booked<reservation_made>(
          now, asked, **type, asked.arrival, std::nullopt,
          priced_nights(**type, asked.arrival, asked.departure, terms->percent)),
      rate_terms_agreed{asked.reservation, asked.rate_plan, terms->percent, terms->notice_days,
                        terms->cancellation_fee, terms->no_show_fee}};
}

}  // namespace jumak::hotel
