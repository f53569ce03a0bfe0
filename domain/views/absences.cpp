#include "domain/views/absences.hpp"

#include <algorithm>

namespace jumak::hotel::views {

std::vector<day_span> absences::add(day_span nights, std::string_view reason) {
  std::vector<day_span> added;
  day_number next = nights.from;
  for (const absence& known : entries_) {
    const day_number gap_end = std::min(known.nights.from, nights.to);
    if (next < gap_end) {
      added.push_back({next, gap_end});
    }
    next = std::max(next, known.nights.to);
  }
  if (next < nights.to) {
    added.push_back({next, nights.to});
  }
  for (const day_span& span : added) {
    entries_.push_back({span, std::string(reason)});
  }
  std::ranges::sort(entries_, {}, [](const absence& entry) { return entry.nights.from; });
  return added;
}

std::vector<day_span> absences::cut_from(day_number day) {
  std::vector<day_span> cut;
  for (absence& known : entries_) {
    const day_number first = std::max(known.nights.from, day);
    if (first < known.nights.to) {
      cut.push_back({first, known.nights.to});
      known.nights.to = first;
    }
  }
  std::erase_if(entries_,
                [](const absence& entry) { return entry.nights.from >= entry.nights.to; });
  return cut;
}

}  // namespace jumak::hotel::views
