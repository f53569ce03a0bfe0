#include <string>

#include "domain/hotel/refusals.hpp"

/// What is refused at the front desk beyond a reservation's usual life.
namespace jumak::hotel {

refusal too_late(const name& reservation, date since, date today) {
  return reject("too_late",
                "The guest of reservation " + reservation.text() + " was checked in on " +
                    since.text() + "; today is " + today.text() + ".",
                {{"reservation", reservation.text()},
                 {"since", since.text()},
                 {"today", today.text()}});
}

refusal has_charges(const name& reservation, const stay& found, std::int64_t nights) {
  return reject("has_charges",
                "Reservation " + reservation.text() + " was charged " +
                    std::to_string(found.charged) + ", and not only its nights.",
                {{"reservation", reservation.text()},
                 {"charged", found.charged},
                 {"nights", nights}});
}

refusal does_not_stay_today(date arrival, date departure, date today) {
  return reject("invalid_stay",
                "From " + arrival.text() + " to " + departure.text() +
                    " nobody stays who comes on " + today.text() + ".",
                {{"from", arrival.text()}, {"to", departure.text()}, {"today", today.text()}});
}

refusal more_than_one_posting(const name& reservation, std::int64_t amount) {
  return reject("invalid_amount",
                "Reservation " + reservation.text() + " cannot be credited " +
                    std::to_string(amount) + " at once.",
                {{"reservation", reservation.text()}, {"amount", amount}});
}

refusal amount_not_positive(money amount) {
  return reject("invalid_amount",
                "The amount must be above 0, and is " + std::to_string(amount.integer()) + ".",
                {{"amount", amount.integer()}});
}

refusal refund_too_large(const name& reservation, money amount, std::int64_t refundable) {
  return reject("refund_too_large",
                "Of reservation " + reservation.text() + " at most " + std::to_string(refundable) +
                    " can be given back, not " + std::to_string(amount.integer()) + ".",
                {{"reservation", reservation.text()},
                 {"amount", amount.integer()},
                 {"refundable", refundable}});
}

refusal invalid_due(date due, date today, date arrival) {
  return reject("invalid_due",
                "A deposit is due from " + today.text() + " to " + arrival.text() + ", not on " +
                    due.text() + ".",
                {{"due", due.text()}, {"today", today.text()}, {"arrival", arrival.text()}});
}

refusal day_not_over(date business_date, date today) {
  return reject("too_early",
                business_date.text() + " is not over; today is " + today.text() + ".",
                {{"business_date", business_date.text()}, {"today", today.text()}});
}

refusal already_audited(date business_date, date last) {
  return reject("already_audited",
                "The books of " + business_date.text() + " are closed, up to " + last.text() + ".",
                {{"business_date", business_date.text()}, {"last", last.text()}});
}

refusal out_of_turn(date business_date, date next) {
  return reject("out_of_turn",
                "The books of " + next.text() + " are closed before those of " +
                    business_date.text() + ".",
                {{"business_date", business_date.text()}, {"next", next.text()}});
}

}  // namespace jumak::hotel
