#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"

/// ListHolds: what is held in a hotel and until when, by reservation. A hold that is due and not
/// yet written as expired is still in it.
namespace jumak::hotel::views {

struct hold_item {
  std::string reservation;
  std::string room_type;
  date arrival;
  date departure;
  timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(hold_item, (), (reservation, room_type, arrival, departure, expires_at))

struct list_holds {
  static constexpr std::string_view type = "ListHolds";
  using answer = page<hold_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_holds, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
