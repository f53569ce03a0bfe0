#include "actors/domain_deadlines.hpp"

#include <algorithm>
#include <string>

#include "core/hash.hpp"
#include "core/pack.hpp"

namespace jumak::actors {

bool domain_deadlines::any() const noexcept {
  return std::ranges::any_of(domain_.kinds(), [](const auto& kind) { return kind->has_deadlines(); });
}

std::uint64_t domain_deadlines::readable() const {
  std::string all;
  for (const auto& kind : domain_.kinds()) {
    pack_text(all, kind->name());
    pack_fixed64(all, kind->fingerprint());
  }
  return hash64_of(all);
}

const hosting::aggregate_kind* domain_deadlines::kind_of(std::string_view aggregate) const noexcept {
  return domain_.find_kind(aggregate.substr(0, aggregate.find('/')));
}

bool domain_deadlines::has_deadlines(std::string_view aggregate) const {
  const hosting::aggregate_kind* kind = kind_of(aggregate);
  return kind == nullptr || kind->has_deadlines();  // A newer version's kind may have some.
}

result<deadline_change> domain_deadlines::deadline_of(std::string_view aggregate, const event_view& event) const {
  const hosting::aggregate_kind* kind = kind_of(aggregate);
  auto told = kind == nullptr ? failure(errc::newer_format, "") : kind->deadline_of(event);
  if (told || told.error().code != errc::newer_format) return told;
  if (auto noted = unread_(); !noted) return tl::unexpected(noted.error());
  return deadline_change{};
}

}  // namespace jumak::actors
