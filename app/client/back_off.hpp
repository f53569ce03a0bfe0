#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>

namespace jumak::app::client {

/// Pauses that double up to a maximum, each drawn from the upper half of its span, so that clients
/// which failed together do not come back together. Deterministic for a seed.
class back_off {
 public:
  using duration = std::chrono::milliseconds;

  back_off(duration shortest, duration longest, std::uint64_t seed)
      : shortest_(shortest), longest_(longest), span_(shortest), random_(seed) {}

  /// The next pause, within [span / 2, span]; the span then doubles.
  [[nodiscard]] duration next() {
    const duration span = span_;
    span_ = std::min(span_ * 2, longest_);
    return duration(std::uniform_int_distribution<duration::rep>((span.count() + 1) / 2,
                                                                 span.count())(random_));
  }

  /// Something went well: the next pause is a short one again.
  void reset() noexcept { span_ = shortest_; }

 private:
  duration shortest_;
  duration longest_;
  duration span_;
  std::mt19937_64 random_;
};

}  // namespace jumak::app::client
