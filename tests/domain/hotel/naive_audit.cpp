#include <algorithm>

#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

std::string naive_hotel::foretell_audit(const run_night_audit& asked, timestamp now) const {
  if (asked.business_date >= today(now)) {
    return "too_early";
  }
  if (audited_.empty()) {
    return "accepted";
  }
  const date next = audited_.rbegin()->plus_days(1);
  return asked.business_date < next    ? "already_audited"
         : asked.business_date == next ? "accepted"
                                       : "out_of_turn";
}

void naive_hotel::learn_from(const overnight_charged& happened, timestamp) {
  reservation& one = reservations_[happened.reservation.text()];
  expect(one.status == "in_house" && one.departure <= happened.night,
         "only who stays past the departure pays an overnight");
  expect(happened.rate == one.whole.nights.back().rate, "it costs what the last night cost");
  expect(one.overnights.insert(happened.night).second, "a night is charged once");
  ++fresh_overnights_[happened.reservation.text()];
  one.charges += happened.rate.integer();
}

void naive_hotel::learn_from(const night_audited& happened, timestamp now) {
  const date night = happened.business_date;
  expect(audited_.insert(night).second && night < today(now), "a day is closed once");
  std::int64_t room_nights = 0;
  std::int64_t revenue = 0;
  std::int64_t overnights = 0;
  std::vector<name> no_shows;
  for (const auto& [reservation, one] : reservations_) {
    if (one.status == "confirmed" && one.arrival <= night) {
      no_shows.push_back(name::from_text(reservation).value());
    }
    if (one.status != "in_house" || one.arrival > night) {
      continue;
    }
    for (date over = one.departure; over <= night; over = over.plus_days(1)) {
      expect(one.overnights.contains(over), reservation + " stayed a night uncharged");
    }
    const auto found_new = fresh_overnights_.find(reservation);
    const std::int64_t charged_now =
        found_new == fresh_overnights_.end() ? 0 : found_new->second;
    overnights += charged_now;
    room_nights += one.departure <= night ? charged_now : 1;
    if (one.departure <= night) {
      revenue += charged_now * one.whole.nights.back().rate.integer();
    } else {
      const auto found = std::ranges::find(one.whole.nights, night, &night_rate::night);
      revenue += found->rate.integer();
    }
  }
  expect(happened.room_nights == room_nights && happened.revenue.integer() == revenue &&
             happened.overnights == overnights,
         "the books tell the guests in house");
  expect(happened.no_shows == no_shows, "who did not come is proposed");
  fresh_overnights_.clear();
}

}  // namespace jumak::hotel::testing
