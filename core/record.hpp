#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decider.hpp"
#include "core/hash.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"

/// A command record: one decided command with all that came of it, the unit of "all or nothing".
///
///   record  := unsigned length, body
///   body    := text aggregate, text id, fingerprint (2 × fixed64: low, high), signed time in µs,
///              byte flags, [text actor], [text correlation id], [text traceparent],
///              [text code, text message, unsigned details, detail…],      when rejected
///              unsigned events, event…
///   detail  := text key, 0 signed | 1 text
///   event   := text stream suffix, text type, unsigned schema, unsigned stream version,
///              unsigned aggregate version, text payload (packed struct)
///   flags   := 1 time was given | 2 actor | 4 correlation id | 8 traceparent | 16 rejected
///
/// Nothing in it depends on its place in the log: shards encode it once, the journal only copies it.
namespace jumak {

/// One event as stored. The views point into the bytes it was read from.
struct event_view {
  std::string_view stream;  ///< Suffix within the aggregate; empty for the aggregate's own stream.
  std::string_view type;
  std::uint32_t schema = 1;
  version stream_version;
  version aggregate_version;
  std::string_view payload;
};

/// One record as stored or about to be. The views point into bytes owned by somebody else.
struct record_view {
  std::string_view aggregate;
  std::string_view id;
  hash128 fingerprint;
  timestamp time;
  bool time_given = false;
  std::string_view actor;           ///< Empty when absent, as are the two below.
  std::string_view correlation_id;
  std::string_view traceparent;
  std::optional<rejection> refusal;  ///< Set when the rules said no; then there are no events.
  std::vector<event_view> events;
};

/// Appends the encoded record to `out`.
void encode_record(std::string& out, const record_view& record);

/// Walks the records in the payload of a commit. Stops for good at the first that does not fit.
class record_reader {
 public:
  explicit record_reader(std::string_view payload) noexcept : rest_(payload) {}

  /// Reads the next record into `record` (its vector is reused). False at the end or when damaged.
  bool next(record_view& record);
  /// True when the bytes broke the grammar; the records before were good.
  [[nodiscard]] bool failed() const noexcept { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace jumak
