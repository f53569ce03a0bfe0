#include "domain/hotel/decider.hpp"

#include <variant>

#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/evolve.hpp"
#include "domain/hotel/promotions.hpp"

namespace jumak::hotel {

decision<event> decider::decide(const state& current, const stream_facts&, const command& asked,
                                const decision_context& context) {
  const situation now{current, context.now, business_day(current.zone, context.now)};
  if (!current.waiting().empty()) {
    return decide_with_waitlist(now, asked);
  }
  return std::visit([&](const auto& which) { return decide_on(now, which); }, asked);
}

void decider::evolve(state& current, const event& happened, const event_context& around) {
  std::visit([&](const auto& which) { apply(current, which, around); }, happened);
}

}  // namespace jumak::hotel
