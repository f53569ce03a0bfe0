#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What can be asked of a hotel about the terms on which it sells its nights.
namespace jumak::hotel {

/// What bookings made later must keep to on the nights and days `[from, to)`, in place of what was
/// set before; without any of it they are open.
struct set_restrictions {
  static constexpr std::string_view type = "SetRestrictions";
  name room_type;
  date from;
  date to;
  std::optional<bool> stop_sell;            ///< Nobody new stays on these nights.
  std::optional<bool> closed_to_arrival;    ///< No new stay begins on these days.
  std::optional<bool> closed_to_departure;  ///< No new stay ends on these days.
  std::optional<stay_nights> min_stay;      ///< Of stays that begin on these days.
  std::optional<stay_nights> max_stay;
};
BOOST_DESCRIBE_STRUCT(set_restrictions, (),
                      (room_type, from, to, stop_sell, closed_to_arrival, closed_to_departure,
                       min_stay, max_stay))

}  // namespace jumak::hotel
