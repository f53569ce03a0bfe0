#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What has happened to the terms on which a hotel sells its nights.
namespace jumak::hotel {

/// From now on this, and nothing set before, holds on the nights and days `[from, to)`.
struct restrictions_set {
  static constexpr std::string_view type = "RestrictionsSet";
  static constexpr unsigned schema = 1;
  name room_type;
  date from;
  date to;
  bool stop_sell = false;
  bool closed_to_arrival = false;
  bool closed_to_departure = false;
  std::optional<stay_nights> min_stay;
  std::optional<stay_nights> max_stay;
};
BOOST_DESCRIBE_STRUCT(restrictions_set, (),
                      (room_type, from, to, stop_sell, closed_to_arrival, closed_to_departure,
                       min_stay, max_stay))

}  // namespace jumak::hotel
