#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"

/// ListWaitlist: who waits for nights of a hotel, by reservation.
namespace jumak::hotel::views {

struct waiting_item {
  std::string reservation;
  std::string room_type;
  date arrival;
  date departure;
  std::int64_t turn = 0;  ///< 1 is next.
};
BOOST_DESCRIBE_STRUCT(waiting_item, (), (reservation, room_type, arrival, departure, turn))

struct list_waitlist {
  static constexpr std::string_view type = "ListWaitlist";
  using answer = page<waiting_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_waitlist, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
