#include "domain/views/paging.hpp"
#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

namespace {

/// Those of the room that were not over on the day; nothing without any.
std::optional<std::vector<absence_picture>> absences_since(const room_row& room, day_number day) {
  std::vector<absence_picture> pictures;
  for (const absence& entry : room.out_of_order.entries()) {
    if (entry.nights.to > day) {
      pictures.push_back({date_of(entry.nights.from), date_of(entry.nights.to), entry.reason});
    }
  }
  return pictures.empty() ? std::nullopt : std::optional(std::move(pictures));
}

}  // namespace

template <class Item, class Query, class ItemOf>
result<page<Item>> read_views::page_by_name(const Query& query,
                                            std::vector<reservation_number> found,
                                            ItemOf item_of) const {
  const auto after = cursor_key<name_key>(query);
  if (!after) {
    return tl::unexpected(after.error());
  }
  const auto name_of = [&](reservation_number at) -> const std::string& {
    return reservations_[at].name;
  };
  if (*after) {
    std::erase_if(found, [&](reservation_number at) { return name_of(at) <= (*after)->name; });
  }
  const bool more =
      keep_first(found, limit_of(query), [&](reservation_number left, reservation_number right) {
        return name_of(left) < name_of(right);
      });
  page<Item> answer;
  answer.items.reserve(found.size());
  for (const reservation_number at : found) {
    answer.items.push_back(item_of(at));
  }
  if (more) {
    answer.next = cursor_after(query, name_key{name_of(found.back())});
  }
  return answer;
}

template <class Query>
result<page<stay_item>> read_views::page_of_stays(const Query& query,
                                                  std::vector<reservation_number> stays) const {
  return page_by_name<stay_item>(query, std::move(stays),
                                 [&](reservation_number at) { return stay_item_of(at); });
}

result<page<stay_item>> read_views::ask(const list_arrivals& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_of_stays(query, desk_.arrivals(*hotel, day_of(query.date)));
}

result<page<stay_item>> read_views::ask(const list_departures& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_of_stays(query, desk_.departures(*hotel, day_of(query.date)));
}

result<page<stay_item>> read_views::ask(const list_in_house& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_of_stays(query, desk_.in_house(*hotel));
}

result<page<hold_item>> read_views::ask(const list_holds& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_by_name<hold_item>(query, desk_.holds(*hotel),
                                 [&](reservation_number at) { return hold_item_of(at); });
}

result<page<waiting_item>> read_views::ask(const list_waitlist& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  const std::vector<reservation_number>& waiting = sales_.waiting_in(*hotel);
  return page_by_name<waiting_item>(query, waiting, [&](reservation_number at) {
    const reservation_row& row = reservations_[at];
    const auto turn = std::ranges::find(waiting, at) - waiting.begin() + 1;
    return waiting_item{row.name, hotels_[row.hotel].types[index_of(row.type)].name,
                        date_of(row.arrival), date_of(row.departure), turn};
  });
}

result<page<room_item>> read_views::ask(const get_room_board& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  const auto after = cursor_key<name_key>(query);
  if (!after) {
    return tl::unexpected(after.error());
  }
  const std::vector<room_number>& rooms = rooms_.rooms_by_name(*hotel);
  const auto name_of = [&](room_number room) -> const std::string& {
    return rooms_.room_of(*hotel, room).name;
  };
  auto at = *after ? std::ranges::upper_bound(rooms, (*after)->name, {}, name_of) : rooms.begin();
  page<room_item> answer;
  const std::size_t limit = limit_of(query);
  for (; at != rooms.end() && answer.items.size() < limit; ++at) {
    answer.items.push_back(room_item_of(*hotel, *at));
  }
  if (at != rooms.end()) {
    answer.next = cursor_after(query, name_key{answer.items.back().room});
  }
  return answer;
}

stay_item read_views::stay_item_of(reservation_number at) const {
  const reservation_row& row = reservations_[at];
  const guest_row& guest = guests_[row.guest];
  stay_item item;
  item.reservation = row.name;
  item.status = row.status;
  item.guest.name = guest.name;
  if (guest.registered()) {
    item.guest.full_name = guest.full_name;
  }
  item.room_type = hotels_[row.hotel].types[index_of(row.type)].name;
  if (row.room != no_room) {
    const room_row& room = rooms_.room_of(row.hotel, row.room);
    const bool taken = room.occupant != no_reservation && room.occupant != at;
    item.room = room.name;
    item.room_ready = room.status != room_status::dirty && !taken;
  }
  item.arrival = date_of(row.arrival);
  item.departure = date_of(row.departure);
  item.balance = row.balance();
  return item;
}

hold_item read_views::hold_item_of(reservation_number at) const {
  const reservation_row& row = reservations_[at];
  return {row.name, hotels_[row.hotel].types[index_of(row.type)].name, date_of(row.arrival),
          date_of(row.departure), desk_.expires_at(at, row)};
}

room_item read_views::room_item_of(hotel_number hotel, room_number number) const {
  const room_row& room = rooms_.room_of(hotel, number);
  room_item item;
  item.room = room.name;
  item.room_type = hotels_[hotel].types[index_of(room.type)].name;
  item.status = room.status;
  if (room.occupant != no_reservation) {
    item.occupied_by = reservations_[room.occupant].name;
  }
  if (!room.arrivals.empty()) {
    const room_arrival& next = room.arrivals.front();
    item.next_arrival =
        next_arrival_picture{reservations_[next.reservation].name, date_of(next.arrival)};
  }
  item.out_of_order = absences_since(room, hotels_.latest_day(hotel));
  return item;
}

}  // namespace jumak::hotel
