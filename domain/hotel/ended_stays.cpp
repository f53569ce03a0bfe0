#include "domain/hotel/ended_stays.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <utility>

namespace jumak::hotel {

std::string_view name_of(ending how) noexcept {
  return boost::describe::enum_to_string(how, "");
}

void ended_stays::put(std::string_view reservation, ended_stay ended) {
  erase(reservation);  // The rules end nothing twice; a made up log must do no harm.
  forget_before(ended.since - kept_for);
  order_.emplace_back(reservation);
  stays_.insert_or_assign(std::string(reservation), std::move(ended));
}

const ended_stay* ended_stays::find(std::string_view reservation, timestamp now) const {
  const auto found = stays_.find(reservation);
  return found == stays_.end() || found->second.since < now - kept_for ? nullptr : &found->second;
}

ended_stay* ended_stays::find(std::string_view reservation, timestamp now) {
  const auto found = stays_.find(reservation);
  return found == stays_.end() || found->second.since < now - kept_for ? nullptr : &found->second;
}

void ended_stays::erase(std::string_view reservation) {
  const auto found = stays_.find(reservation);
  if (found == stays_.end()) {
    return;
  }
  stays_.erase(found);
  // One that comes back and ends again must stand in the order once. That is rare.
  order_.erase(std::ranges::find(order_, reservation));
}

void ended_stays::forget_before(timestamp since) {
  while (!order_.empty()) {
    const auto oldest = stays_.find(order_.front());
    if (oldest->second.since >= since) {
      return;
    }
    stays_.erase(oldest);
    order_.pop_front();
  }
}

}  // namespace jumak::hotel
