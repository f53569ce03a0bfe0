#pragma once

#include <string_view>

#include "hosting/hosted_domain.hpp"
#include "storage/index/deadline_source.hpp"

namespace jumak::actors {

/// Tells the index what a hosted domain says of deadlines. Any thread.
class domain_deadlines final : public storage::deadline_source {
 public:
  /// The domain must outlive it.
  explicit domain_deadlines(const hosting::hosted_domain& domain) noexcept : domain_(domain) {}

  /// False: no kind has deadlines, and there is nothing to fold.
  [[nodiscard]] bool any() const noexcept;
  [[nodiscard]] bool has_deadlines(std::string_view aggregate) const override;
  [[nodiscard]] result<deadline_change> deadline_of(std::string_view aggregate, const event_view& event) const override;

 private:
  [[nodiscard]] const hosting::aggregate_kind* kind_of(std::string_view aggregate) const noexcept;

  const hosting::hosted_domain& domain_;
};

}  // namespace jumak::actors
