#include "actors/request_errors.hpp"

namespace jumak::actors {

std::optional<error> error_of(net::request_verdict verdict, std::uint32_t retry_after_ms) {
  using enum net::request_verdict;
  switch (verdict) {
    case ok: return std::nullopt;
    case frame_too_large:
      return error{errc::too_large, "the frame: expected at most 64 KiB", std::nullopt};
    case too_many_frames:
      return error{errc::too_large, "the message: expected at most 1,024 request frames; none was decided", std::nullopt};
    case empty_frame: return error{errc::malformed, "the frame: expected a JSON object, it is empty", std::nullopt};
    case no_request:
      return error{errc::malformed, "the message: expected at least one request frame", std::nullopt};
    case overloaded:
      return error{errc::overloaded, "too many requests are in flight; wait for answers before sending more",
                   retry_after_ms};
  }
  return std::nullopt;
}

}  // namespace jumak::actors
