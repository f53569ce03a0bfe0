#pragma once

#include <functional>
#include <memory>

#include "actors/interfaces.hpp"
#include "actors/view_service.hpp"

namespace jumak::actors {

struct view_ports {
  std::function<void(std::vector<ready_reply>)> reply;
  /// So many commits of so many bytes were applied: credit for the feed.
  std::function<void(std::size_t commits, std::size_t bytes)> applied;
  /// The views serve, from this head on. Once.
  std::function<void(const log_head&)> ready;
  /// The views serve no queries until a newer version runs; up to where they came, and why. Once.
  std::function<void(const log_head&, const std::string&)> stopped;
  /// The views will never serve again; why.
  std::function<void(const std::string&)> broken;
  /// They serve, and are so many events further than when this was last told; from `begin` on.
  std::function<void(position)> grown;
  std::uint64_t tell_every = 0;  ///< 0 = never.
  position begin;
};

struct view_state {
  static constexpr const char* name = "view";
  std::unique_ptr<view_service> inside;
  view_ports ports;
  bool told_ready = false;
  bool told_stopped = false;
  bool told_broken = false;
  position told_growth;
};

/// Adapts a view_service to CAF.
view_actor::behavior_type run_view(view_actor::stateful_pointer<view_state> self,
                                   std::shared_ptr<std::unique_ptr<view_service>> inside, view_ports ports);

}  // namespace jumak::actors
