#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "actors/view_set.hpp"

/// What the views' own endpoint answers, as JSON (docs/operating.md, "Views").
namespace jumak::actors {

using all_figures = std::vector<hosting::view_figures>;

/// The running views: `{"position","kept","views":[{"name","rows","position","hash"}]}`. `kept` is 0 for nowhere.
[[nodiscard]] std::string views_report(position at, position kept, const all_figures& views);

/// Views that were built anew, and those that ran before, at one commit.
struct rebuilt_views {
  position at;
  all_figures now;
  all_figures before;
  std::chrono::milliseconds held{};  ///< So long nothing was applied.
  std::chrono::milliseconds took{};
};

/// `{"position","equal","views":[{"name","rows","hash","rows_before","hash_before"}],"held_ms","took_ms"}`; without
/// `equal` and hashes when the views cannot be kept.
[[nodiscard]] std::string rebuild_report(const rebuilt_views& rebuilt);

}  // namespace jumak::actors
