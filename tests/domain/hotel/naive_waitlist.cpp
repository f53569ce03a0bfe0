#include <algorithm>

#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

bool naive_hotel::is_in_the_way(const reservation& one, timestamp now) {
  return one.status == "waiting" || (is_open(one) && status_at(one, now) != "expired");
}

bool naive_hotel::could_be_promoted(const reservation& waiting, timestamp now) const {
  const std::string type = waiting.whole.room_type.text();
  return waiting.arrival >= today(now) &&
         !is_full(type, nights_between(waiting.arrival, waiting.departure)) &&
         !is_restricted(type, waiting.arrival, waiting.departure, nullptr);
}

std::set<std::string> naive_hotel::promotable(timestamp now) const {
  std::set<std::string> fitting;
  for (const auto& [name, one] : reservations_) {
    if (one.status == "waiting" && could_be_promoted(one, now)) {
      fitting.insert(name);
    }
  }
  return fitting;
}

std::string naive_hotel::foretell_waiting(const command& asked, const reservation& waiting,
                                          timestamp now) const {
  if (std::holds_alternative<leave_waitlist>(asked)) {
    return "accepted";
  }
  if (!std::holds_alternative<promote_from_waitlist>(asked)) {
    return "wrong_state";
  }
  const std::string type = waiting.whole.room_type.text();
  if (waiting.arrival < today(now).plus_days(-1)) {
    return "invalid_stay";
  }
  if (is_full(type, nights_between(waiting.arrival, waiting.departure))) {
    return "no_availability";
  }
  return is_restricted(type, waiting.arrival, waiting.departure, nullptr) ? "restricted"
                                                                          : "accepted";
}

void naive_hotel::learn_from(const waitlist_joined& happened, timestamp) {
  change_status(happened.reservation, "", "waiting");
  reservation& one = reservations_[happened.reservation.text()];
  one.arrival = happened.arrival;
  one.departure = happened.departure;
  one.whole = {happened.reservation, happened.room_type, happened.arrival, happened.departure,
               happened.guest, happened.guests, happened.rate, happened.meal, happened.segment,
               happened.channel, happened.country, happened.deposit, happened.requests,
               happened.nights, happened.currency};
}

void naive_hotel::learn_from(const waitlist_left& happened, timestamp now) {
  change_status(happened.reservation, "waiting", "withdrawn");
  const reservation& one = reservations_[happened.reservation.text()];
  expect(happened.how == waitlist_end::withdrawn || one.arrival < today(now),
         "only who should have come by now lapses");
}

}  // namespace jumak::hotel::testing
