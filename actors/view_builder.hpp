#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "actors/limits.hpp"
#include "actors/view_build.hpp"
#include "actors/view_keeping.hpp"
#include "actors/view_order.hpp"
#include "actors/view_report.hpp"

namespace jumak::actors {

/// Folds the log a second time, beside the running views: to keep what comes of it, or to let it run in their place.
/// The running views go on meanwhile; memory for views is doubled as long. Blocks its thread, the only one to call.
class view_builder {
 public:
  struct surroundings {
    const hosting::hosted_domain& domain;
    net::context& messaging;
    net::feed_options feed;         ///< Of the command side; where it goes on is not looked at.
    view_keeping* keeping;          ///< Null when views are not kept.
    view_door& running;
    const std::atomic<bool>& give_up;
  };
  view_builder(surroundings around, const view_limits& limits) : around_(std::move(around)), limits_(limits) {}

  /// Keeps views when the running ones are at `at` and that is far enough: those kept last, with what came since.
  void keep(position at);

  /// Builds views from the log's first commit, joins them to the running ones at one commit, lets them run in their
  /// place, and compares. Errors: unavailable, newer_format, corrupt; then the running ones stay.
  result<rebuilt_views> rebuild();

 private:
  [[nodiscard]] hosting::hosted_views::question enough() const;
  result<std::unique_ptr<view_build>> begin(bool from_snapshot) const;
  /// Nothing when the views beside did not come to the commit of the running ones in time.
  result<std::optional<rebuilt_views>> join(view_build& beside);

  surroundings around_;
  view_limits limits_;
};

}  // namespace jumak::actors
