#include "actors/domain_deadlines.hpp"

#include <algorithm>

namespace jumak::actors {

bool domain_deadlines::any() const noexcept {
  return std::ranges::any_of(domain_.kinds(), [](const auto& kind) { return kind->has_deadlines(); });
}

const hosting::aggregate_kind* domain_deadlines::kind_of(std::string_view aggregate) const noexcept {
  return domain_.find_kind(aggregate.substr(0, aggregate.find('/')));
}

bool domain_deadlines::has_deadlines(std::string_view aggregate) const {
  const hosting::aggregate_kind* kind = kind_of(aggregate);
  return kind != nullptr && kind->has_deadlines();
}

result<deadline_change> domain_deadlines::deadline_of(std::string_view aggregate, const event_view& event) const {
  const hosting::aggregate_kind* kind = kind_of(aggregate);
  if (kind == nullptr) return deadline_change{};
  return kind->deadline_of(event);
}

}  // namespace jumak::actors
