#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"

/// The outer part of requests (docs/protocol.md). `data` points into the parsed value, which must outlive it.
namespace jumak::wire {

struct command_envelope {
  command_id id;
  std::string type;
  aggregate_id aggregate;
  const boost::json::object* data = nullptr;
  std::optional<version> expected_version;
  std::optional<free_text> actor;
  std::optional<free_text> correlation_id;
  std::optional<free_text> traceparent;
  std::optional<timestamp> expires;
  std::optional<timestamp> time;
};

/// `after`: a position of this log, or of the log it names.
struct read_position {
  std::optional<std::string> log;
  position at;
};

using query_timeout = bounded_integer<struct query_timeout_tag, 0, 30'000>;
inline constexpr std::int64_t query_timeout_default_ms = 1'000;

struct query_envelope {
  command_id id;
  std::string type;
  const boost::json::object* data = nullptr;  ///< Null when the request had none, which means an empty one.
  std::optional<read_position> after;
  std::int64_t timeout_ms = query_timeout_default_ms;
};

/// The id to answer under, if one can be read from whatever came; replies say null otherwise.
[[nodiscard]] std::optional<std::string> readable_id(const boost::json::value& request);

/// Errors: malformed, naming the field.
[[nodiscard]] result<command_envelope> decode_command_envelope(const boost::json::value& request);
[[nodiscard]] result<query_envelope> decode_query_envelope(const boost::json::value& request);

/// What ReadEvents of the history endpoint takes.
struct read_events {
  static constexpr std::string_view type = "ReadEvents";
  position from{1};
  std::size_t limit = 100;
  std::optional<std::string> stream;  ///< A stream's name, or a prefix ending in `/`.
  std::vector<std::string> types;     ///< Empty = all.
};
[[nodiscard]] result<read_events> decode_read_events(const boost::json::object* data);

}  // namespace jumak::wire
