#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "hosting/hosted_domain.hpp"
#include "storage/index/deadline_source.hpp"

namespace jumak::actors {

/// Tells the index what a hosted domain says of deadlines. Any thread.
class domain_deadlines final : public storage::deadline_source {
 public:
  /// The domain must outlive it. `unread` is called for each event that a newer version wrote, before anything
  /// is folded past it; such an event does nothing here.
  domain_deadlines(const hosting::hosted_domain& domain, std::function<result<void>()> unread)
      : domain_(domain), unread_(std::move(unread)) {}

  /// False: no kind has deadlines, and there is nothing to fold.
  [[nodiscard]] bool any() const noexcept;
  /// Names all events that this version can read, and what they mean.
  [[nodiscard]] std::uint64_t readable() const;
  [[nodiscard]] bool has_deadlines(std::string_view aggregate) const override;
  [[nodiscard]] result<deadline_change> deadline_of(std::string_view aggregate, const event_view& event) const override;

 private:
  [[nodiscard]] const hosting::aggregate_kind* kind_of(std::string_view aggregate) const noexcept;

  const hosting::hosted_domain& domain_;
  std::function<result<void>()> unread_;
};

}  // namespace jumak::actors
