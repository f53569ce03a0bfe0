#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>

#include "net/frame.hpp"

namespace jumak::net {

/// Names one request frame that waits for its answer. Small and plain: carry it through every actor. It is
/// good for one answer; an answer to an address that is no longer waiting (the peer was given up) is ignored.
struct reply_address {
  std::uint32_t slot = 0;        ///< The message it came in, while that is being answered.
  std::uint32_t generation = 0;  ///< Tells the messages apart that used the slot one after the other.
  std::uint32_t index = 0;       ///< Place of the request in its message, from 0.
  friend auto operator<=>(const reply_address&, const reply_address&) = default;
};

/// For what no request asked for. Answers to it are left out by whoever makes them.
inline constexpr reply_address nobody{UINT32_MAX, UINT32_MAX, UINT32_MAX};

/// What is known of a request before anybody reads it. Everything but `ok` must be answered at once with
/// the error named here.
enum class request_verdict : std::uint8_t {
  ok,
  frame_too_large,  ///< `too_large`: one frame above the limit; its neighbours are good.
  too_many_frames,  ///< `too_large`: stands for a whole message with too many requests.
  empty_frame,      ///< `malformed`: an empty frame that is not the delimiter.
  no_request,       ///< `malformed`: stands for a message without any request.
  overloaded,       ///< `overloaded`: too many requests in flight, of this connection or in all. The body
                    ///< is there, so that the answer can name the id.
};

/// One request frame, on its way to whoever answers it.
struct request {
  reply_address address;
  request_verdict verdict = request_verdict::ok;
  /// The same number for all requests of one connection while any of them is in flight; no more than that.
  std::uint32_t connection = 0;
  /// The JSON, or a page request of a follower (net/log_page.hpp). Empty for too_many_frames, no_request,
  /// empty_frame and frame_too_large.
  frame body;
};

/// Takes answers. Exists in the endpoint's thread only, during a call of request_handler or reply_batch.
class reply_sink {
 public:
  virtual ~reply_sink() = default;
  /// Answers one request; the bytes are copied. The message leaves when its last request is answered.
  virtual void reply(reply_address to, std::string_view json) = 0;
  /// Answers with several frames in place of one: a page of history, see net/log_page.hpp.
  virtual void reply(reply_address to, std::span<const std::string_view> frames) = 0;
};

/// Answers that become bytes in the endpoint's thread, so that formatting JSON does not burden whoever
/// decided them.
class reply_batch {
 public:
  virtual ~reply_batch() = default;
  /// Called once, in the endpoint's thread.
  virtual void emit(reply_sink& replies) = 0;
};

}  // namespace jumak::net
