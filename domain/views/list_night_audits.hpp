#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"

/// ListNightAudits: the days whose books are closed, in order.
namespace jumak::hotel::views {

struct night_audit_item {
  date business_date;
  std::int64_t room_nights = 0;
  std::int64_t revenue = 0;
  std::int64_t overnights = 0;
  std::vector<std::string> no_shows;  ///< Proposed then, whatever became of them.
};
BOOST_DESCRIBE_STRUCT(night_audit_item, (),
                      (business_date, room_nights, revenue, overnights, no_shows))

struct list_night_audits {
  static constexpr std::string_view type = "ListNightAudits";
  using answer = page<night_audit_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_night_audits, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
