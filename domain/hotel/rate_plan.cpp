#include "domain/hotel/rate_plan.hpp"

#include <algorithm>
#include <iterator>

namespace jumak::hotel {
namespace {

/// Adds a span behind the others, joined to the last one if it goes on at the same rate.
void append(std::vector<rate_span>& spans, const rate_span& span) {
  if (span.from >= span.to) {
    return;
  }
  if (!spans.empty() && spans.back().to == span.from && spans.back().rate == span.rate) {
    spans.back().to = span.to;
  } else {
    spans.push_back(span);
  }
}

}  // namespace

void rate_plan::set(rate_span set) {
  if (set.from >= set.to) {
    return;
  }
  // Those that end at `set.from` or begin at `set.to` are taken along, for they may be joined.
  const auto begin = std::ranges::lower_bound(spans_, set.from, {}, &rate_span::to);
  const auto end = std::ranges::upper_bound(begin, spans_.end(), set.to, {}, &rate_span::from);
  std::vector<rate_span> fresh;
  for (auto span = begin; span != end; ++span) {
    append(fresh, {span->from, std::min(span->to, set.from), span->rate});
  }
  append(fresh, set);
  for (auto span = begin; span != end; ++span) {
    append(fresh, {std::max(span->from, set.to), span->to, span->rate});
  }
  const auto at = spans_.erase(begin, end);
  spans_.insert(at, fresh.begin(), fresh.end());
}

std::optional<money> rate_plan::on(date night) const noexcept {
  const auto span = std::ranges::upper_bound(spans_, night, {}, &rate_span::to);
  if (span == spans_.end() || span->from > night) {
    return std::nullopt;
  }
  return span->rate;
}

bool rate_plan::is_everywhere(rate_span asked, money base) const noexcept {
  date reached = asked.from;
  for (auto span = std::ranges::upper_bound(spans_, asked.from, {}, &rate_span::to);
       span != spans_.end() && span->from < asked.to; ++span) {
    const bool has_gap = span->from > reached;
    if (span->rate != asked.rate || (has_gap && base != asked.rate)) {
      return false;
    }
    reached = span->to;
  }
  return reached >= asked.to || base == asked.rate;
}

}  // namespace jumak::hotel
