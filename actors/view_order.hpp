#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "actors/view_set.hpp"

namespace jumak::actors {

/// What a thread beside the view actor asks of the running views, and the place where it waits for the answer.
class view_order {
 public:
  enum class kind : std::uint8_t {
    hold,     ///< Apply nothing until released, and answer queries as ever. Answered with the views, or null when they
              ///< serve no queries.
    swap,     ///< While held: go on with these views, which are at the same commit. Answered with those before, or null.
    release,  ///< Apply again. Answered with nothing.
    begin,    ///< Before the first commit: begin with these views instead. Answered with nothing.
  };
  explicit view_order(kind what, std::shared_ptr<view_set> views = nullptr) : what(what), views(std::move(views)) {}

  /// Once, by the view actor.
  void answer(std::shared_ptr<view_set> with);
  /// The answer, or null when none came in time.
  [[nodiscard]] std::shared_ptr<view_set> wait(std::chrono::milliseconds longest);

  const kind what;
  std::shared_ptr<view_set> views;

 private:
  std::mutex mutex_;
  std::condition_variable answered_;
  std::optional<std::shared_ptr<view_set>> answer_;
};
using view_order_ptr = std::shared_ptr<view_order>;

/// The way to the running views for threads beside their actor.
struct view_door {
  std::function<void(view_order_ptr)> send;
  std::mutex one_at_a_time;
};

/// Keeps the running views at one commit while it lives, so that another thread may read them while their actor goes on
/// to answer queries from them. A second one waits for the first.
class view_hold {
 public:
  /// Waits for the views, but no longer than `longest`.
  view_hold(view_door& door, std::chrono::milliseconds longest);
  ~view_hold();
  view_hold(const view_hold&) = delete;
  view_hold& operator=(const view_hold&) = delete;

  /// Null when they serve no queries, or their actor ends. Only to be read.
  [[nodiscard]] const std::shared_ptr<view_set>& views() const noexcept { return views_; }
  /// Lets the running views be `next`, at the same commit, from now on. False, and nothing is changed, otherwise.
  [[nodiscard]] bool swap(std::shared_ptr<view_set> next);

 private:
  view_door& door_;
  std::unique_lock<std::mutex> lock_;
  std::chrono::milliseconds longest_;
  std::shared_ptr<view_set> views_;
};

}  // namespace jumak::actors
