#include "domain/hotel/night_set.hpp"

#include <algorithm>

namespace jumak::hotel {

void night_set::add(night_span added) {
  if (added.from >= added.to) {
    return;
  }
  // Those that end at `added.from` or begin at `added.to` leave no gap, so they are taken along.
  const auto begin = std::ranges::lower_bound(spans_, added.from, {}, &night_span::to);
  const auto end = std::ranges::upper_bound(begin, spans_.end(), added.to, {}, &night_span::from);
  for (auto span = begin; span != end; ++span) {
    added.from = std::min(added.from, span->from);
    added.to = std::max(added.to, span->to);
  }
  spans_.insert(spans_.erase(begin, end), added);
}

void night_set::cut_from(date night) {
  std::erase_if(spans_, [&](const night_span& span) { return span.from >= night; });
  if (!spans_.empty()) {
    spans_.back().to = std::min(spans_.back().to, night);
  }
}

bool night_set::contains(date night) const noexcept {
  const auto span = std::ranges::upper_bound(spans_, night, {}, &night_span::to);
  return span != spans_.end() && span->from <= night;
}

std::optional<date> night_set::first_in(date from, date to) const noexcept {
  const auto span = std::ranges::upper_bound(spans_, from, {}, &night_span::to);
  if (span == spans_.end() || from >= to || span->from >= to) {
    return std::nullopt;
  }
  return std::max(span->from, from);
}

}  // namespace jumak::hotel
