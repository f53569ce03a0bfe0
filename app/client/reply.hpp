#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace jumak::app::client {

enum class reply_status : std::uint8_t { accepted, rejected, ok, error };

/// One answer of a server, to a command, a query or a history read. `text` is the whole of it as it
/// came, `json` the same to look into; the other fields are what a client steers by.
struct reply {
  /// Empty where the server could read none (`"id":null`).
  std::string id;
  reply_status status = reply_status::error;
  std::optional<std::uint64_t> position;
  bool duplicate = false;
  /// Of `rejected` and `error`, else empty.
  std::string code;
  std::string message;
  std::optional<std::chrono::milliseconds> retry_after;
  boost::json::object json;
  std::string text;
};

/// Reads one reply frame. `malformed` if it is not a reply of protocol version 1.
[[nodiscard]] result<reply> read_reply(std::string_view frame);

/// What an answer means for whoever would send the same request again.
enum class verdict : std::uint8_t {
  /// Settled for ever: accepted, rejected, ok.
  decided,
  /// This copy did nothing, and another copy would fare no better.
  refused,
  /// This copy did nothing; a later one may be let in (overloaded, unavailable).
  try_again,
  /// This copy may have had its effect; the same id again tells (outcome_unknown, internal).
  in_doubt,
};

[[nodiscard]] verdict verdict_of(const reply& answer) noexcept;

}  // namespace jumak::app::client
