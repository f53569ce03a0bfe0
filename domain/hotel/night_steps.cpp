#include "domain/hotel/night_steps.hpp"

#include <algorithm>

namespace jumak::hotel {

void night_steps::set(date from, date to, std::int64_t value) {
  change(from, to, [&](std::int64_t& each) { each = value; });
}

void night_steps::add(date from, date to, std::int64_t amount) {
  change(from, to, [&](std::int64_t& each) { each += amount; });
}

bool night_steps::is_everywhere(date from, date to, std::int64_t value) const noexcept {
  if (from >= to) {
    return true;
  }
  // No two neighbours are alike, so one step must cover them all.
  const std::size_t next = step_after(from);
  return on(from) == value && (next == steps_.size() || steps_[next].from >= to);
}

std::size_t night_steps::step_after(date night) const noexcept {
  const auto found = std::ranges::upper_bound(steps_, night, {}, &night_step::from);
  return static_cast<std::size_t>(found - steps_.begin());
}

std::size_t night_steps::step_at(date night) {
  const std::size_t next = step_after(night);
  if (next > 0 && steps_[next - 1].from == night) {
    return next - 1;
  }
  const auto place = steps_.begin() + static_cast<std::ptrdiff_t>(next);
  steps_.insert(place, {night, next == 0 ? 0 : steps_[next - 1].value});
  return next;
}

template <class Change>
void night_steps::change(date from, date to, Change change) {
  if (from >= to) {
    return;
  }
  const std::size_t first = step_at(from);
  const std::size_t last = step_at(to);
  for (std::size_t place = first; place < last; ++place) {
    change(steps_[place].value);
  }
  std::int64_t before = 0;
  std::erase_if(steps_, [&](const night_step& step) {
    const bool goes_on = step.value == before;
    before = step.value;
    return goes_on;
  });
}

}  // namespace jumak::hotel
