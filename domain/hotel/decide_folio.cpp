#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// Cannot overflow: both are far below half of what 64 bits hold.
bool fits(std::int64_t sum, money amount) {
  const std::int64_t after = sum + amount.integer();
  return after <= folio_limit && after >= -folio_limit;
}

std::optional<refusal> refuse_amount(const name& reservation, std::int64_t sum, money amount) {
  if (amount.integer() == 0) {
    return amount_is_zero();
  }
  if (!fits(sum, amount)) {
    return folio_is_full(reservation, amount);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const post_charge& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::in_house) {
    return wrong_state(asked.reservation, *open);
  }
  if (auto refused = refuse_amount(asked.reservation, open->charged, asked.amount)) {
    return *std::move(refused);
  }
  return std::vector<event>{charge_posted{asked.reservation, asked.amount, asked.description}};
}

decision<event> decide_on(const situation& now, const post_payment& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  const bool takes_payments =
      open->status == stay_status::confirmed || open->status == stay_status::in_house;
  if (!takes_payments) {
    return wrong_state(asked.reservation, *open);
  }
  if (auto refused = refuse_amount(asked.reservation, open->paid, asked.amount)) {
    return *std::move(refused);
  }
  return std::vector<event>{payment_posted{asked.reservation, asked.amount, asked.method}};
}

}  // namespace jumak::hotel
