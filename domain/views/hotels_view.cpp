#include "domain/views/hotels_view.hpp"

#include "core/hash.hpp"
#include "domain/hotel/business_day.hpp"

namespace jumak::hotel::views {

void kept_zone::restore(unpacker& in) {
  name = in.read_text();
  found = find_zone(name);
}

hotel_number hotels_view::apply(std::string_view hotel, const hotel_registered& happened) {
  hotel_row row;
  row.name = hotel;
  row.title = happened.title.text();
  row.city = happened.city.text();
  row.currency = happened.currency.text();
  row.zone = {find_zone(happened.time_zone.text()), happened.time_zone.text()};
  const hotel_number number{rows_.append(std::move(row))};
  numbers_.insert(hash64_of(hotel), static_cast<std::uint32_t>(number));
  by_city_[happened.city.text()].push_back(number);
  return number;
}

type_number hotels_view::apply(hotel_number hotel, const room_type_defined& happened) {
  hotel_row& row = rows_[index_of(hotel)];
  const type_number number{static_cast<std::uint32_t>(row.types.size())};
  row.types.push_back({happened.room_type.text(), happened.title.text()});
  row.type_numbers.insert(hash64_of(happened.room_type.text()), static_cast<std::uint32_t>(number));
  return number;
}

std::optional<hotel_number> hotels_view::find(std::string_view hotel) const {
  const std::uint32_t number = numbers_.find(
      hash64_of(hotel), [&](std::uint32_t candidate) { return rows_[candidate].name == hotel; });
  if (number == number_table::none) {
    return std::nullopt;
  }
  return hotel_number(number);
}

std::optional<type_number> hotels_view::find_type(hotel_number hotel, std::string_view type) const {
  const hotel_row& row = (*this)[hotel];
  const std::uint32_t number = row.type_numbers.find(
      hash64_of(type), [&](std::uint32_t candidate) { return row.types[candidate].name == type; });
  if (number == number_table::none) {
    return std::nullopt;
  }
  return type_number(number);
}

const std::vector<hotel_number>& hotels_view::hotels_of_city(std::string_view city) const {
  static const std::vector<hotel_number> nowhere;
  const auto found = by_city_.find(city);
  return found == by_city_.end() ? nowhere : found->second;
}

day_number hotels_view::day_at(hotel_number hotel, timestamp moment) const {
  return day_of(business_day((*this)[hotel].zone.found, moment));
}

}  // namespace jumak::hotel::views
