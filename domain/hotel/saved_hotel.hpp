#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"
#include "domain/hotel/state.hpp"

/// What a snapshot keeps of a hotel: everything that cannot be worked out from the rest.
namespace jumak::hotel {

struct saved_room_type {
  name id;
  free_text title;
  guest_limit max_guests;
  money base_rate;
  std::vector<rate_span> rates;
  std::vector<night_step> overbooking;
  std::vector<night_step> restrictions;
  date taken_from;
  std::vector<std::uint32_t> taken;
};
BOOST_DESCRIBE_STRUCT(saved_room_type, (),
                      (id, title, max_guests, base_rate, rates, overbooking, restrictions,
                       taken_from, taken))

struct saved_room {
  name id;
  room_type_index type;
  room_status status{};
  version own_version;
  bool is_retired = false;
  std::vector<night_span> out_of_order;
  timestamp occupied_since;
};
BOOST_DESCRIBE_STRUCT(saved_room, (),
                      (id, type, status, own_version, is_retired, out_of_order, occupied_since))

struct saved_stay {
  std::string reservation;
  stay_status status{};
  room_type_index type;
  date arrival;
  date departure;
  std::optional<room_index> room;
  std::string details;
  std::int64_t charged = 0;
  std::int64_t paid = 0;
  version own_version;
  std::optional<timestamp> expires_at;  ///< Of a held one.
  std::optional<date> moved_on;         ///< Of a guest in house who was moved.
  std::optional<date> charged_until;    ///< Of one who stayed past the departure.
};
BOOST_DESCRIBE_STRUCT(saved_stay, (),
                      (reservation, status, type, arrival, departure, room, details, charged, paid,
                       own_version, expires_at, moved_on, charged_until))

struct saved_ending {
  std::string reservation;
  ending how{};
  timestamp since;
  std::uint64_t type = 0;
  date arrival;
  date departure;
  std::string details;
  std::int64_t charged = 0;
  std::int64_t paid = 0;
  std::optional<rate_terms> terms;
};
BOOST_DESCRIBE_STRUCT(saved_ending, (),
                      (reservation, how, since, type, arrival, departure, details, charged, paid,
                       terms))

/// Of a rate plan, or of a reservation booked on one.
struct saved_terms {
  std::string of;
  rate_terms terms;
};
BOOST_DESCRIBE_STRUCT(saved_terms, (), (of, terms))

struct saved_block {
  std::string name;
  room_block block;
};
BOOST_DESCRIBE_STRUCT(saved_block, (), (name, block))

/// A reservation picked up from an open block.
struct saved_pick_up {
  std::string reservation;
  std::string block;
};
BOOST_DESCRIBE_STRUCT(saved_pick_up, (), (reservation, block))

/// Somebody who waits; they stand in their turn.
struct saved_waiting {
  std::string reservation;
  std::uint64_t type = 0;
  date arrival;
  date departure;
  std::string details;
  version own_version;
};
BOOST_DESCRIBE_STRUCT(saved_waiting, (),
                      (reservation, type, arrival, departure, details, own_version))

struct saved_hotel {
  version own_version;
  std::string zone_name;
  hotel::currency currency;
  std::optional<date> audited;
  std::vector<saved_room_type> room_types;
  std::vector<saved_room> rooms;
  std::vector<saved_stay> stays;
  std::vector<saved_ending> ended;
  std::vector<saved_terms> rate_plans;
  std::vector<saved_terms> terms;
  std::vector<saved_block> blocks;
  std::vector<saved_pick_up> picked_up;
  std::vector<saved_waiting> waiting;
};
BOOST_DESCRIBE_STRUCT(saved_hotel, (),
                      (own_version, zone_name, currency, audited, room_types, rooms, stays, ended,
                       rate_plans, terms, blocks, picked_up, waiting))

}  // namespace jumak::hotel
