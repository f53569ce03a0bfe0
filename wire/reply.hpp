#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/decider.hpp"
#include "core/error.hpp"
#include "core/strong_integer.hpp"

/// Replies as JSON texts (docs/protocol.md), written straight into strings.
namespace jumak::wire {

/// One event as an accepted command's reply names it.
struct replied_event {
  std::string_view type;
  std::string_view aggregate;
  std::string_view stream;  ///< Suffix within the aggregate.
  version stream_version;
  position at;
};

[[nodiscard]] std::string accepted_reply(std::string_view id, position at, bool duplicate,
                                         std::span<const replied_event> events);
[[nodiscard]] std::string rejected_reply(std::string_view id, position at, bool duplicate, const rejection& refusal);
/// `id` absent is written as null. `at`, when given, is the position a query reached.
[[nodiscard]] std::string error_reply(const std::optional<std::string>& id, const error& why,
                                      std::optional<position> at = std::nullopt);
/// `data` is JSON text.
[[nodiscard]] std::string query_reply(std::string_view id, position at, std::string_view data);

}  // namespace jumak::wire
