#include <algorithm>

#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// So many no-shows are proposed at most: an event has its limit.
constexpr std::size_t proposals_max = 1000;

/// What a day's books say of the guests, and of those who should have come.
struct books {
  std::int64_t room_nights = 0;
  std::int64_t revenue = 0;
  std::vector<overnight_charged> overnights;
  std::vector<name> no_shows;
};

/// What the night of the stay costs.
std::int64_t rate_on(const stay& open, date night) {
  std::int64_t place = days_between(open.arrival, night);
  for (const rate_run& run : open.details.unpacked().rates) {
    if (place < run.nights) {
      return run.rate.integer();
    }
    place -= run.nights;
  }
  return 0;
}

/// A guest past the departure pays for every night up to this one what the last one cost.
void enter_overnights(books& into, const name& reservation, const stay& open, date first,
                      date last) {
  const std::int64_t rate = rate_on(open, open.departure.plus_days(-1));
  for (date night = first; night <= last; night = night.plus_days(1)) {
    into.overnights.push_back(
        {reservation, night, money::from_integer(rate).value_or(money())});
    into.revenue += rate;
    ++into.room_nights;
  }
}

void enter(books& into, const state& hotel, const name& reservation, const stay& open,
           date night) {
  if (open.arrival > night) {
    return;
  }
  if (open.status == stay_status::confirmed) {
    into.no_shows.push_back(reservation);
  } else if (open.status == stay_status::in_house && open.departure > night) {
    ++into.room_nights;
    into.revenue += rate_on(open, night);
  } else if (open.status == stay_status::in_house) {
    const date charged = hotel.charged_until(reservation.text()).value_or(open.departure);
    enter_overnights(into, reservation, open, std::max(charged, open.departure), night);
  }
}

books books_of(const state& hotel, date night) {
  books day;
  for (const auto& [reservation, open] : hotel.stays()) {
    enter(day, hotel, name::from_text(reservation).value_or(name()), open, night);
  }
  // A map has no order, and events need one.
  std::ranges::sort(day.no_shows);
  std::ranges::stable_sort(day.overnights, {}, &overnight_charged::reservation);
  day.no_shows.resize(std::min(day.no_shows.size(), proposals_max));
  return day;
}

}  // namespace

decision<event> decide_on(const situation& now, const run_night_audit& asked) {
  if (asked.business_date >= now.today) {
    return day_not_over(asked.business_date, now.today);
  }
  if (now.hotel.audited && asked.business_date <= *now.hotel.audited) {
    return already_audited(asked.business_date, *now.hotel.audited);
  }
  if (now.hotel.audited && asked.business_date > now.hotel.audited->plus_days(1)) {
    return out_of_turn(asked.business_date, now.hotel.audited->plus_days(1));
  }
  books day = books_of(now.hotel, asked.business_date);
  std::vector<event> events(day.overnights.begin(), day.overnights.end());
  for (const auto& [reservation, waiting] : now.hotel.waiting().in_turn()) {
    if (waiting->arrival <= asked.business_date) {
      events.emplace_back(waitlist_left{name::from_text(reservation).value_or(name()),
                                        waitlist_end::lapsed});
    }
  }
  events.emplace_back(night_audited{asked.business_date, day.room_nights,
                                    money_sum::from_integer(day.revenue).value_or(money_sum()),
                                    static_cast<std::int64_t>(day.overnights.size()),
                                    std::move(day.no_shows)});
  return events;
}

}  // namespace jumak::hotel
