#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What has happened to those a hotel has no room for. Promoted, one is a ReservationMade.
namespace jumak::hotel {

/// The whole reservation as it is wanted, with what its nights cost now. It takes none of them.
struct waitlist_joined {
  static constexpr std::string_view type = "WaitlistJoined";
  static constexpr unsigned schema = 1;
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guest_counts guests;
  std::optional<money> rate;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
  std::vector<night_rate> nights;
  hotel::currency currency;
};
BOOST_DESCRIBE_STRUCT(waitlist_joined, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests, nights, currency))

/// Nobody waits for it any more. Lapsed, its arrival was over when the day's books were closed.
struct waitlist_left {
  static constexpr std::string_view type = "WaitlistLeft";
  static constexpr unsigned schema = 1;
  name reservation;
  waitlist_end how{};
};
BOOST_DESCRIBE_STRUCT(waitlist_left, (), (reservation, how))

}  // namespace jumak::hotel
