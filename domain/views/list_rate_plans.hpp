#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "domain/fields.hpp"

/// ListRatePlans: the rate plans a hotel sells on now, by name.
namespace jumak::hotel::views {

struct rate_plan_item {
  std::string rate_plan;
  std::string title;
  std::int64_t percent = 0;
  std::int64_t notice_days = 0;
  std::optional<fee> cancellation_fee;
  std::optional<fee> no_show_fee;
};
BOOST_DESCRIBE_STRUCT(rate_plan_item, (),
                      (rate_plan, title, percent, notice_days, cancellation_fee, no_show_fee))

struct list_rate_plans {
  static constexpr std::string_view type = "ListRatePlans";
  using answer = page<rate_plan_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_rate_plans, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
