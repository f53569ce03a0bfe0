#include "domain/views/get_statistics.hpp"

namespace jumak::hotel::views {
namespace {

/// How many days, or calendar months, the range touches.
std::int64_t periods_of(const get_statistics& query) {
  if (query.by == statistics_split::day) {
    return days_between(query.from, query.to);
  }
  const std::chrono::year_month_day first(query.from.days());
  const std::chrono::year_month_day last(query.to.plus_days(-1).days());
  return (last.year() / last.month() - first.year() / first.month()).count() + 1;
}

}  // namespace

std::optional<std::string> get_statistics::check(const get_statistics& query) {
  if (auto wrong = check_order(query.from, query.to, "from", "to")) {
    return wrong;
  }
  const bool by_period = query.by == statistics_split::day || query.by == statistics_split::month;
  if (by_period && periods_of(query) > periods_max) {
    return "expected at most " + std::to_string(periods_max) +
           " items from \"from\" to \"to\" for this \"by\"";
  }
  return std::nullopt;
}

}  // namespace jumak::hotel::views
