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

struct rate_plan_defined {
  static constexpr std::string_view type = "RatePlanDefined";
  static constexpr unsigned schema = 1;
  name rate_plan;
  free_text title;
  rate_percent percent;
  hotel::notice_days notice_days;
  std::optional<fee> cancellation_fee;
  std::optional<fee> no_show_fee;
};
BOOST_DESCRIBE_STRUCT(rate_plan_defined, (),
                      (rate_plan, title, percent, notice_days, cancellation_fee, no_show_fee))

/// The terms of the reservation, whatever becomes of the plan.
struct rate_terms_agreed {
  static constexpr std::string_view type = "RateTermsAgreed";
  static constexpr unsigned schema = 1;
  name reservation;
  name rate_plan;
  rate_percent percent;
  hotel::notice_days notice_days;
  std::optional<fee> cancellation_fee;
  std::optional<fee> no_show_fee;
};
BOOST_DESCRIBE_STRUCT(rate_terms_agreed, (),
                      (reservation, rate_plan, percent, notice_days, cancellation_fee,
                       no_show_fee))

/// The reservation ends with the next event of its stream, and this is what that costs.
struct fee_charged {
  static constexpr std::string_view type = "FeeCharged";
  static constexpr unsigned schema = 1;
  name reservation;
  fee_reason reason{};
  money_sum amount;
};
BOOST_DESCRIBE_STRUCT(fee_charged, (), (reservation, reason, amount))

}  // namespace jumak::hotel
