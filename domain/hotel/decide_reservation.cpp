#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// The end of a reservation, and before it what that costs.
std::vector<event> with_fee(const name& reservation, fee_reason reason, std::int64_t cost,
                            event end) {
  std::vector<event> events;
  if (cost != 0) {
    events.emplace_back(fee_charged{reservation, reason,
                                    money_sum::from_integer(cost).value_or(money_sum())});
  }
  events.push_back(std::move(end));
  return events;
}

/// The block the reservation was picked up from, as long as that is open.
std::optional<name> block_to_return_to(const situation& now, const name& reservation) {
  const std::string_view block = now.hotel.blocks().block_of(reservation.text());
  const room_block* open = block.empty() ? nullptr : now.hotel.blocks().find(block);
  return open == nullptr || open->cut_off_at <= now.moment ? std::nullopt
                                                           : name::from_text(block);
}

}  // namespace

decision<event> decide_on(const situation& now, const make_reservation& asked) {
  auto type = type_for(now, asked);
  if (!type) {
    return tl::unexpected(std::move(type.error()));
  }
  std::vector<event> events;
  events.emplace_back(as_booked<reservation_made>(
      now, asked, **type, asked.arrival, asked.rate,
      priced_nights(**type, asked.arrival, asked.departure, asked.rate)));
  return events;
}

decision<event> decide_on(const situation& now, const cancel_reservation& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  const rate_terms* terms = now.hotel.terms_of(asked.reservation.text());
  const std::int64_t cost =
      terms == nullptr
          ? 0
          : cancellation_cost(*terms, open->details.unpacked(), open->arrival, now.today);
  std::vector<event> events = with_fee(asked.reservation, fee_reason::cancellation, cost,
                                       reservation_cancelled{asked.reservation, asked.reason});
  if (const auto block = block_to_return_to(now, asked.reservation)) {
    events.emplace_back(block_returned{*block, asked.reservation, open->arrival, open->departure});
  }
  return events;
}

decision<event> decide_on(const situation& now, const mark_no_show& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  if (now.today < open->arrival) {
    return too_early(asked.reservation, *open, now.today);
  }
  const rate_terms* terms = now.hotel.terms_of(asked.reservation.text());
  const bool is_free = terms == nullptr || !terms->no_show_fee;
  const std::int64_t cost =
      is_free ? 0 : amount_of(*terms->no_show_fee, open->details.unpacked());
  return with_fee(asked.reservation, fee_reason::no_show, cost,
                  reservation_marked_no_show{asked.reservation});
}

}  // namespace jumak::hotel
