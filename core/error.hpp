#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace jumak {

/// Everything that can be expected to go wrong. The first group is what a client may read on the wire
/// (docs/protocol.md); the second group is for operators and never leaves the process under its own name.
enum class errc : std::uint8_t {
  malformed,
  unknown_type,
  unknown_aggregate_kind,
  too_large,
  overloaded,
  unavailable,
  forbidden,
  expired,
  id_reused,
  outcome_unknown,
  not_found,
  timeout,
  wrong_log,
  internal,
  // Operators' errors: storage and start-up.
  io_failed,
  corrupt,
  fenced,
  locked,
  newer_format,
  address_in_use,
  bad_configuration,
};

inline constexpr std::size_t errc_count = static_cast<std::size_t>(errc::bad_configuration) + 1;

/// The code's name on the wire, for example `unknown_type`.
[[nodiscard]] std::string_view name_of(errc code) noexcept;

/// One sentence that says what the code means, for people.
[[nodiscard]] std::string_view sentence_of(errc code) noexcept;

/// An expected failure: what kind, and one sentence naming the field or file and what was expected.
struct error {
  errc code = errc::internal;
  std::string message;
  /// Only for `overloaded`: when trying again makes sense, in milliseconds.
  std::optional<std::uint32_t> retry_after_ms;

  friend bool operator==(const error&, const error&) = default;
};

/// A value or the reason why there is none. No exception crosses a folder.
template <class Value>
using result = tl::expected<Value, error>;

/// The failing side of any result: `return failure(errc::malformed, "data.room: …");`
[[nodiscard]] inline tl::unexpected<error> failure(errc code, std::string message) {
  return tl::unexpected<error>(error{code, std::move(message), std::nullopt});
}

}  // namespace jumak
