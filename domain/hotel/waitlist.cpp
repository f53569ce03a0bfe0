#include "domain/hotel/waitlist.hpp"

#include <algorithm>
#include <utility>

namespace jumak::hotel {

bool waitlist::join(std::string_view reservation, waiting_stay joining) {
  joining.turn = next_turn_;
  const bool is_new = stays_.try_emplace(std::string(reservation), std::move(joining)).second;
  next_turn_ += is_new ? 1 : 0;
  return is_new;
}

void waitlist::leave(std::string_view reservation) {
  const auto found = stays_.find(reservation);
  if (found != stays_.end()) {
    stays_.erase(found);
  }
}

std::vector<waiting_entry> waitlist::in_turn() const {
  std::vector<waiting_entry> entries;
  for (const auto& [reservation, stay] : stays_) {
    entries.push_back({reservation, &stay});
  }
  std::ranges::sort(entries, {}, [](const waiting_entry& entry) { return entry.stay->turn; });
  return entries;
}

const waiting_stay* waitlist::find_in(std::string_view reservation) const {
  const auto found = stays_.find(reservation);
  return found == stays_.end() ? nullptr : &found->second;
}

}  // namespace jumak::hotel
