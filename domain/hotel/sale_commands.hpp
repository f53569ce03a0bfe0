#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>

#include "core/decider.hpp"
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
  static constexpr rejection_codes<4> rejections{
      "unknown_hotel", "unknown_room_type", "invalid_stay", "invalid_restriction"};
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

/// A way to book with a price and terms of its own. Defined again it has the new ones, for
/// bookings made later.
struct define_rate_plan {
  static constexpr std::string_view type = "DefineRatePlan";
  static constexpr rejection_codes<2> rejections{"unknown_hotel", "invalid_fee"};
  name rate_plan;
  free_text title;
  std::optional<rate_percent> percent;  ///< 100 when left out.
  std::optional<hotel::notice_days> notice_days;  ///< 0 when left out: free up to the arrival.
  std::optional<fee> cancellation_fee;     ///< Of a cancellation later than that.
  std::optional<fee> no_show_fee;
};
BOOST_DESCRIBE_STRUCT(define_rate_plan, (),
                      (rate_plan, title, percent, notice_days, cancellation_fee, no_show_fee))

/// MakeReservation at the price and on the terms of a rate plan.
struct book_rate_plan {
  static constexpr std::string_view type = "BookRatePlan";
  static constexpr rejection_codes<9> rejections{
      "unknown_hotel", "already_exists", "unknown_rate_plan", "unknown_room_type", "invalid_stay",
      "no_guests", "too_many_guests", "no_availability", "restricted"};
  name reservation;
  name rate_plan;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guests_given guests;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
};
BOOST_DESCRIBE_STRUCT(book_rate_plan, (),
                      (reservation, rate_plan, room_type, arrival, departure, guest, guests, meal,
                       segment, channel, country, deposit, requests))

}  // namespace jumak::hotel
