#include <algorithm>
#include <map>

#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

namespace {

template <class Answer>
Answer answer_from(const figure_sums& sums) {
  Answer answer;
  answer.made = sums.made;
  answer.cancelled = sums.cancelled;
  answer.no_shows = sums.no_shows;
  answer.stays = sums.stays;
  answer.average_lead_days = decimal4::ratio(sums.lead_days, sums.made);
  answer.average_stay = decimal4::ratio(sums.nights_kept, sums.stays);
  answer.room_nights_sold = sums.sold;
  answer.room_revenue = sums.revenue;
  answer.room_nights_available = sums.available;
  answer.occupancy = decimal4::ratio(sums.sold, sums.available);
  answer.adr = decimal4::ratio(sums.revenue, sums.sold);
  answer.revpar = decimal4::ratio(sums.revenue, sums.available);
  return answer;
}

statistics_item item_of(std::string key, const figure_sums& sums) {
  statistics_item item = answer_from<statistics_item>(sums);
  item.key = std::move(key);
  return item;
}

/// The days of one hotel that are asked for, and where their figures are.
struct statistics_range {
  const statistics_view& statistics;
  hotel_number hotel;
  day_number from;
  day_number to;

  [[nodiscard]] figure_sums sums(day_number first, day_number end) const {
    figure_sums sums = statistics.totals(hotel, first, end);
    sums.available = statistics.available(hotel, std::nullopt, first, end);
    return sums;
  }
};

/// The first day after `day` that begins another day, or another month.
day_number next_period(day_number day, statistics_split by) {
  if (by == statistics_split::day) {
    return day + 1;
  }
  const std::chrono::year_month_day calendar(date_of(day).days());
  return day_of(date(
      std::chrono::sys_days((calendar.year() / calendar.month() + std::chrono::months(1)) / 1)));
}

std::vector<statistics_item> items_by_period(const statistics_range& range, statistics_split by) {
  constexpr std::size_t day_key_length = 10;
  constexpr std::size_t month_key_length = 7;
  const std::size_t length = by == statistics_split::day ? day_key_length : month_key_length;
  std::vector<statistics_item> items;
  for (day_number first = range.from; first < range.to;) {
    const day_number end = std::min(range.to, next_period(first, by));
    items.push_back(item_of(date_of(first).text().substr(0, length), range.sums(first, end)));
    first = end;
  }
  return items;
}

std::vector<statistics_item> items_by_type(const statistics_range& range, const hotel_row& hotel) {
  std::vector<figure_sums> sums = range.statistics.by_type(range.hotel, range.from, range.to);
  sums.resize(hotel.types.size());
  std::vector<statistics_item> items;
  for (std::size_t at = 0; at < sums.size(); ++at) {
    const type_number type{static_cast<std::uint32_t>(at)};
    sums[at].available = range.statistics.available(range.hotel, type, range.from, range.to);
    items.push_back(item_of(hotel.types[at].name, sums[at]));
  }
  std::ranges::sort(items, {}, &statistics_item::key);
  return items;
}

text_number key_of(const market& origin, statistics_split by) {
  switch (by) {
    case statistics_split::country:
      return origin.country;
    case statistics_split::segment:
      return origin.segment;
    default:
      return origin.channel;
  }
}

std::vector<statistics_item> items_by_market(const statistics_range& range, statistics_split by,
                                             const reservations_view& texts) {
  std::map<std::string_view, figure_sums> groups;
  for (const auto& group : range.statistics.by_market(range.hotel, range.from, range.to)) {
    groups[texts.text_of(key_of(group.key, by))].add(group.sums);
  }
  const std::int64_t available =
      range.statistics.available(range.hotel, std::nullopt, range.from, range.to);
  std::vector<statistics_item> items;
  for (auto& [key, sums] : groups) {
    sums.available = available;
    items.push_back(item_of(std::string(key), sums));
  }
  return items;
}

}  // namespace

result<statistics_answer> read_views::ask(const get_statistics& query) const {
  if (const auto wrong = get_statistics::check(query)) {
    return failure(errc::malformed, "data: " + *wrong);
  }
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  const statistics_range range{statistics_, *hotel, day_of(query.from), day_of(query.to)};
  auto answer = answer_from<statistics_answer>(range.sums(range.from, range.to));
  if (!query.by) {
    return answer;
  }
  switch (*query.by) {
    case statistics_split::day:
    case statistics_split::month:
      answer.items = items_by_period(range, *query.by);
      break;
    case statistics_split::room_type:
      answer.items = items_by_type(range, hotels_[*hotel]);
      break;
    case statistics_split::country:
    case statistics_split::segment:
    case statistics_split::channel:
      answer.items = items_by_market(range, *query.by, reservations_);
      break;
  }
  return answer;
}

}  // namespace jumak::hotel
