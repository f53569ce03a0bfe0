#include "hosting/hosted_domain.hpp"

namespace jumak::hosting {

const aggregate_kind* hosted_domain::find_kind(std::string_view name) const noexcept {
  for (const auto& kind : kinds()) {
    if (kind->name() == name) return kind.get();
  }
  return nullptr;
}

}  // namespace jumak::hosting
