#include "actors/view_order.hpp"

namespace jumak::actors {

void view_order::answer(std::shared_ptr<view_set> with) {
  {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(with);
  }
  answered_.notify_all();
}

std::shared_ptr<view_set> view_order::wait(std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  answered_.wait_for(lock, longest, [this] { return answer_.has_value(); });
  return answer_.value_or(nullptr);
}

view_hold::view_hold(view_door& door, std::chrono::milliseconds longest)
    : door_(door), lock_(door.one_at_a_time), longest_(longest) {
  const auto order = std::make_shared<view_order>(view_order::kind::hold);
  door_.send(order);
  views_ = order->wait(longest_);
}

view_hold::~view_hold() {
  // Also when no answer came in time: the order may be obeyed later.
  door_.send(std::make_shared<view_order>(view_order::kind::release));
}

bool view_hold::swap(std::shared_ptr<view_set> next) {
  const auto order = std::make_shared<view_order>(view_order::kind::swap, next);
  door_.send(order);
  if (!order->wait(longest_)) return false;
  views_ = std::move(next);
  return true;
}

}  // namespace jumak::actors
