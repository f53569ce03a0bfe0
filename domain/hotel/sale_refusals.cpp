#include <string>

#include "domain/hotel/refusals.hpp"

/// What is refused because of the terms on which a hotel sells its nights.
namespace jumak::hotel {
namespace {

std::string in_words(const violation& found) {
  const std::string day = found.on.text();
  switch (found.what) {
    case restriction::stop_sell:
      return "is not sold on " + day;
    case restriction::closed_to_arrival:
      return "takes no arrivals on " + day;
    case restriction::closed_to_departure:
      return "takes no departures on " + day;
    case restriction::min_stay:
      return "takes " + std::to_string(found.nights) + " nights at least from " + day;
    case restriction::max_stay:
      return "takes " + std::to_string(found.nights) + " nights at most from " + day;
  }
  return "is restricted on " + day;
}

}  // namespace

refusal restricted(const room_type& type, const violation& found) {
  std::vector<detail> details{{"restriction", std::string(name_of(found.what))},
                              {"on", found.on.text()},
                              {"room_type", type.id.text()}};
  if (found.nights != 0) {
    details.push_back({"nights", found.nights});
  }
  return reject("restricted", type.title.text() + " " + in_words(found) + ".", std::move(details));
}

refusal least_above_most(stay_nights least, stay_nights most) {
  return reject("invalid_restriction",
                "The least of " + std::to_string(least.integer()) +
                    " nights is more than the most of " + std::to_string(most.integer()) + ".",
                {{"min_stay", least.integer()}, {"max_stay", most.integer()}});
}

refusal unknown_rate_plan(const name& rate_plan) {
  return reject("unknown_rate_plan", "There is no rate plan " + rate_plan.text() + ".",
                {{"rate_plan", rate_plan.text()}});
}

refusal invalid_fee(const fee& asked) {
  const bool is_percent = asked.of == fee_kind::percent;
  return reject("invalid_fee",
                "A fee cannot be of " + std::to_string(asked.value.integer()) +
                    (is_percent ? " percent." : " nights."),
                {{"of", is_percent ? "percent" : "nights"}, {"value", asked.value.integer()}});
}

}  // namespace jumak::hotel
