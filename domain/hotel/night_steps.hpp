#pragma once

#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

#include "core/timestamp.hpp"

namespace jumak::hotel {

/// From the night `from` on it is `value`, up to the next step.
struct night_step {
  date from;
  std::int64_t value = 0;
  friend bool operator==(const night_step&, const night_step&) = default;
};
BOOST_DESCRIBE_STRUCT(night_step, (), (from, value))

/// A whole number for each night that is alike on long runs of nights, 0 where nothing was said.
/// Steps and not an array, because a range may lie in any year.
class night_steps {
 public:
  /// Reads nights in ascending order; looking up the first one is a search, the rest a walk.
  class walk {
   public:
    walk(const night_steps& steps, date first) noexcept
        : steps_(&steps.steps_), next_(steps.step_after(first)) {}
    /// The number of a night, which is not before the one asked last.
    [[nodiscard]] std::int64_t on(date night) noexcept {
      while (next_ < steps_->size() && (*steps_)[next_].from <= night) {
        ++next_;
      }
      return next_ == 0 ? 0 : (*steps_)[next_ - 1].value;
    }

   private:
    const std::vector<night_step>* steps_;
    std::size_t next_;  ///< The first step behind the night.
  };

  static auto kept(auto& self) { return std::tie(self.steps_); }

  /// Each night of `[from, to)` becomes `value`. An empty range changes nothing.
  void set(date from, date to, std::int64_t value);
  /// Each night of `[from, to)` becomes more by `amount`. An empty range changes nothing.
  void add(date from, date to, std::int64_t amount);

  [[nodiscard]] std::int64_t on(date night) const noexcept {
    const std::size_t next = step_after(night);
    return next == 0 ? 0 : steps_[next - 1].value;
  }
  /// True if every night of `[from, to)` is `value`.
  [[nodiscard]] bool is_everywhere(date from, date to, std::int64_t value) const noexcept;

  /// In order, each of another value than the one before; equal numbers have equal steps.
  [[nodiscard]] const std::vector<night_step>& steps() const noexcept { return steps_; }

 private:
  /// Place of the first step that begins behind the night.
  [[nodiscard]] std::size_t step_after(date night) const noexcept;
  /// Place of the step that begins with the night; makes one if there is none.
  std::size_t step_at(date night);
  template <class Change>
  void change(date from, date to, Change change);

  std::vector<night_step> steps_;
};

}  // namespace jumak::hotel
