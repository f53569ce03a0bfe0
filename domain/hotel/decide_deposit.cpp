#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// Only money that is there can be given back.
std::optional<refusal> refuse_refund(const refund_payment& asked, std::int64_t refundable) {
  if (asked.amount.integer() <= 0) {
    return amount_not_positive(asked.amount);
  }
  if (asked.amount.integer() > refundable) {
    return refund_too_large(asked.reservation, asked.amount, refundable);
  }
  return std::nullopt;
}

/// Of one that ended without a stay: the fee stays with the hotel.
decision<event> refund_of(const refund_payment& asked, const ended_stay& ended) {
  if (auto refused = refuse_refund(asked, ended.paid - ended.charged)) {
    return *std::move(refused);
  }
  if (ended.how == ending::no_show) {
    return std::vector<event>{no_show_refunded{asked.reservation, asked.amount, asked.method}};
  }
  return std::vector<event>{cancellation_refunded{asked.reservation, asked.amount, asked.method}};
}

}  // namespace

decision<event> decide_on(const situation& now, const request_deposit& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    return unknown_reservation(asked.reservation);
  }
  if (open->status != stay_status::confirmed) {
    return wrong_state(asked.reservation, *open);
  }
  if (asked.amount.integer() <= 0) {
    return amount_not_positive(asked.amount);
  }
  if (asked.due < now.today || asked.due > open->arrival) {
    return invalid_due(asked.due, now.today, open->arrival);
  }
  return std::vector<event>{deposit_requested{asked.reservation, asked.amount, asked.due}};
}

decision<event> decide_on(const situation& now, const refund_payment& asked) {
  const stay* open = now.hotel.find_stay(asked.reservation.text());
  if (open == nullptr) {
    const ended_stay* ended = now.hotel.ended().find(asked.reservation.text(), now.moment);
    return ended == nullptr ? decision<event>(unknown_reservation(asked.reservation))
                            : refund_of(asked, *ended);
  }
  if (open->status == stay_status::held) {
    return wrong_state(asked.reservation, *open);
  }
  if (auto refused = refuse_refund(asked, open->paid)) {
    return *std::move(refused);
  }
  return std::vector<event>{payment_refunded{asked.reservation, asked.amount, asked.method}};
}

}  // namespace jumak::hotel
