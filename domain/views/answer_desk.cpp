#include "domain/views/paging.hpp"
#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

template <class Query>
result<page<stay_item>> read_views::page_of_stays(const Query& query,
                                                  std::vector<reservation_number> stays) const {
  const auto after = cursor_key<name_key>(query);
  if (!after) {
    return tl::unexpected(after.error());
  }
  const auto name_of = [&](reservation_number at) -> const std::string& {
    return reservations_[at].name;
  };
  if (*after) {
    std::erase_if(stays, [&](reservation_number at) { return name_of(at) <= (*after)->name; });
  }
  const bool more =
      keep_first(stays, limit_of(query), [&](reservation_number left, reservation_number right) {
        return name_of(left) < name_of(right);
      });
  page<stay_item> answer;
  answer.items.reserve(stays.size());
  for (const reservation_number at : stays) {
    answer.items.push_back(stay_item_of(at));
  }
  if (more) {
    answer.next = cursor_after(query, name_key{name_of(stays.back())});
  }
  return answer;
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
  return item;
}

}  // namespace jumak::hotel
