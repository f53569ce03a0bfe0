#include "actors/admission.hpp"

namespace jumak::actors {

std::optional<error> admission::refusal(std::uint32_t retry_after_ms) const {
  switch (now()) {
    case state::open: return std::nullopt;
    case state::starting: return error{errc::unavailable, "the command side is starting", std::nullopt};
    case state::stopping: return error{errc::unavailable, "the command side is shutting down", std::nullopt};
    case state::log_failed:
      return error{errc::unavailable, "the log's disk failed; the command side stops", std::nullopt};
    case state::tail_full:
      return error{errc::overloaded, "the index is behind the log; commands wait for it", retry_after_ms};
  }
  return std::nullopt;
}

}  // namespace jumak::actors
