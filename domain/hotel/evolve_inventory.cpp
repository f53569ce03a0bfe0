#include <utility>

#include "domain/hotel/business_day.hpp"
#include "domain/hotel/evolve.hpp"

namespace jumak::hotel {
namespace {

/// The hotel's date when it happened.
date day_of(const state& hotel, const event_context& around) {
  return business_day(hotel.zone, around.time);
}

/// The room of an event that changes it, with its new version; nothing if there is none.
std::optional<room_index> changed_room(state& hotel, const name& room,
                                       const event_context& around) {
  const auto found = hotel.find_room_in_service(room.text());
  if (found) {
    hotel.at(*found).own_version = around.stream_version;
  }
  return found;
}

}  // namespace

void apply(state& hotel, const hotel_registered& happened, const event_context& around) {
  hotel.zone_name = happened.time_zone.text();
  hotel.zone = find_zone(hotel.zone_name);
  hotel.currency = happened.currency;
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const room_type_defined& happened, const event_context& around) {
  room_type added;
  added.id = happened.room_type;
  added.title = happened.title;
  added.max_guests = happened.max_guests;
  added.base_rate = happened.rate;
  hotel.add(std::move(added));
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const room_added& happened, const event_context& around) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    room added;
    added.id = happened.room;
    added.type = *type;
    added.own_version = around.stream_version;
    hotel.add(std::move(added));
  }
}

void apply(state& hotel, const rate_set& happened, const event_context& around) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    hotel.at(*type).rates.set({happened.from, happened.to, happened.rate});
  }
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const room_status_set& happened, const event_context& around) {
  if (const auto found = changed_room(hotel, happened.room, around)) {
    hotel.at(*found).status = happened.status;
  }
}

void apply(state& hotel, const overbooking_set& happened, const event_context& around) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    hotel.at(*type).overbooking.set(happened.from, happened.to, happened.rooms.integer());
  }
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const room_retired& happened, const event_context& around) {
  if (const auto found = changed_room(hotel, happened.room, around)) {
    hotel.take_out_of_order(*found, {day_of(hotel, around), end_of_nights});
    hotel.at(*found).is_retired = true;
  }
}

void apply(state& hotel, const room_taken_out_of_order& happened, const event_context& around) {
  if (const auto found = changed_room(hotel, happened.room, around)) {
    hotel.take_out_of_order(*found, {happened.from, happened.to});
  }
}

void apply(state& hotel, const room_returned_to_service& happened, const event_context& around) {
  if (const auto found = changed_room(hotel, happened.room, around)) {
    hotel.return_to_service(*found, day_of(hotel, around));
  }
}

}  // namespace jumak::hotel
