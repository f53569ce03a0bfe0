#include <tuple>

#include "domain/views/paging.hpp"
#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

namespace {

/// What offers are sorted by.
struct offer_key {
  std::string currency;
  std::int64_t price = 0;
  std::string hotel;
  std::string room_type;
};
BOOST_DESCRIBE_STRUCT(offer_key, (), (currency, price, hotel, room_type))

/// The last night shown.
struct night_key {
  date night;
};
BOOST_DESCRIBE_STRUCT(night_key, (), (night))

/// The key's parts of an offer, without copying a text.
auto parts_of(const offer& item, const hotels_view& hotels) {
  const hotel_row& hotel = hotels[item.hotel];
  return std::tie(hotel.currency, item.price, hotel.name, hotel.types[index_of(item.type)].name);
}

auto parts_of(const offer_key& key) {
  return std::tie(key.currency, key.price, key.hotel, key.room_type);
}

/// Compares what is in the offers first: names are looked up only to break a tie.
bool is_before(const offer& left, const offer& right, const hotels_view& hotels) {
  if (left.currency != right.currency || left.price != right.price) {
    return std::tie(left.currency, left.price) < std::tie(right.currency, right.price);
  }
  return parts_of(left, hotels) < parts_of(right, hotels);
}

availability_item item_of(const offer& item, const hotels_view& hotels) {
  const hotel_row& hotel = hotels[item.hotel];
  const room_type_row& type = hotel.types[index_of(item.type)];
  return {hotel.name, hotel.title,    type.name,   type.title,
          item.free,  item.price, hotel.currency, std::nullopt};
}

stay_sought stay_of(const search_availability& query) {
  return {day_of(query.arrival), day_of(query.departure), query.guests.integer(),
          !query.explain.value_or(false)};
}

std::vector<obstacle> obstacles_of(const hotel_inventory& inventory, const stay_sought& stay,
                                   const offer& item) {
  std::vector<obstacle> found;
  if (const auto night = inventory.full_night(stay, item.type)) {
    found.push_back({"full", date_of(*night), std::nullopt});
  }
  if (inventory.guests_max[index_of(item.type)] < stay.guests) {
    found.push_back({"too_many_guests", std::nullopt, std::nullopt});
  }
  for (const violation& one : inventory.violations_by(stay, item.type)) {
    found.push_back({std::string(name_of(one.what)), one.on,
                     one.nights == 0 ? std::nullopt : std::optional(one.nights)});
  }
  return found;
}

calendar_night picture_of(day_number night, const inventory_counts& counts) {
  return {date_of(night),   counts.rooms, counts.out_of_order, counts.overbooking,
          counts.confirmed, counts.held,  counts.in_house,     counts.free(),
          counts.blocked == 0 ? std::nullopt : std::optional(counts.blocked)};
}

}  // namespace

result<std::vector<offer>> read_views::offers_for(const search_availability& query) const {
  const stay_sought stay = stay_of(query);
  std::vector<offer> offers;
  if (query.hotel) {
    const auto hotel = find_hotel(*query.hotel);
    if (!hotel) {
      return tl::unexpected(hotel.error());
    }
    const auto type = query.room_type ? find_type(*hotel, *query.room_type) : type_number{};
    if (!type) {
      return tl::unexpected(type.error());
    }
    inventory_.add_offers(*hotel, stay, query.room_type ? std::optional(*type) : std::nullopt,
                          offers);
    return offers;
  }
  for (const hotel_number hotel : hotels_.hotels_of_city(query.city->text())) {
    const auto type =
        query.room_type ? hotels_.find_type(hotel, query.room_type->text()) : std::nullopt;
    if (type.has_value() == query.room_type.has_value()) {
      inventory_.add_offers(hotel, stay, type, offers);
    }
  }
  return offers;
}

result<page<availability_item>> read_views::ask(const search_availability& query) const {
  if (const auto wrong = search_availability::check(query)) {
    return failure(errc::malformed, "data: " + *wrong);
  }
  const auto after = cursor_key<offer_key>(query);
  if (!after) {
    return tl::unexpected(after.error());
  }
  auto offers = offers_for(query);
  if (!offers) {
    return tl::unexpected(offers.error());
  }
  if (*after) {
    const auto last = parts_of(**after);
    std::erase_if(*offers, [&](const offer& item) { return parts_of(item, hotels_) <= last; });
  }
  const bool more = keep_first(
      *offers, limit_of(query),
      [&](const offer& left, const offer& right) { return is_before(left, right, hotels_); });
  page<availability_item> answer;
  answer.items.reserve(offers->size());
  for (const offer& item : *offers) {
    answer.items.push_back(item_of(item, hotels_));
    if (query.explain.value_or(false)) {
      answer.items.back().why_not =
          obstacles_of(inventory_.of_hotel(item.hotel), stay_of(query), item);
    }
  }
  if (more) {
    const availability_item& last = answer.items.back();
    answer.next =
        cursor_after(query, offer_key{last.currency, last.price, last.hotel, last.room_type});
  }
  return answer;
}

result<page<calendar_night>> read_views::ask(const get_calendar& query) const {
  if (const auto wrong = get_calendar::check(query)) {
    return failure(errc::malformed, "data: " + *wrong);
  }
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  const auto type = find_type(*hotel, query.room_type);
  if (!type) {
    return tl::unexpected(type.error());
  }
  const auto after = cursor_key<night_key>(query);
  if (!after) {
    return tl::unexpected(after.error());
  }
  const day_number to = day_of(query.to);
  day_number night = *after ? day_of((*after)->night) + 1 : day_of(query.from);
  page<calendar_night> answer;
  const std::size_t limit = limit_of(query);
  for (; night < to && answer.items.size() < limit; ++night) {
    answer.items.push_back(picture_of(night, inventory_.counts_on(*hotel, *type, night)));
  }
  if (night < to) {
    answer.next = cursor_after(query, night_key{date_of(night - 1)});
  }
  return answer;
}

}  // namespace jumak::hotel
