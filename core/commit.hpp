#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/strong_integer.hpp"

/// A commit: whole command records with their events at consecutive positions; one key of the log, one
/// `$log` message, one unit of history.
///
///   commit  := header (88 bytes), payload, hash (16 bytes: low, high)
///   header  := "JMK1", format u16, kind u16, log id 2 × u64, epoch u64, commit number u64,
///              first position u64, first record u64, events u32, records u32, payload bytes u32,
///              reserved u32 (0), hash of the commit before 2 × u64          all little-endian
///   payload := record…                       for kind records
///            | random u64, ancestor log id 2 × u64, ancestor position u64    for kind epoch
///
/// The hash covers header and payload, so it is the checksum and, by the hash before, the chain.
namespace jumak {

/// Names a log for ever; a restore mints a new one.
struct log_id {
  hash128 bits;
  friend auto operator<=>(const log_id&, const log_id&) = default;
};
/// 32 hexadecimal digits.
[[nodiscard]] std::string to_text(log_id id);

enum class commit_kind : std::uint16_t { records = 1, epoch = 2 };

inline constexpr std::uint16_t commit_format = 1;
inline constexpr std::size_t commit_header_size = 88;
inline constexpr std::size_t commit_hash_size = 16;
/// A commit holds at most this many payload bytes, unless one record alone is larger.
inline constexpr std::size_t commit_payload_max = 64 * 1024;
/// The largest record there is; a command whose events would exceed it is `too_large`.
inline constexpr std::size_t record_size_max = 512 * 1024;

struct commit_header {
  commit_kind kind = commit_kind::records;
  log_id log;
  epoch_number epoch;
  commit_number number;
  position first_position;      ///< Of the first event; for a commit without events, of the next one to come.
  record_number first_record;   ///< Of the first record; the next one to come when there is none.
  std::uint32_t event_count = 0;
  std::uint32_t record_count = 0;
  std::uint32_t payload_size = 0;
  hash128 previous;             ///< Hash of the commit before; all zero for the first.

  /// First position after this commit.
  [[nodiscard]] position next_position() const noexcept { return first_position.plus(event_count); }
  [[nodiscard]] record_number next_record() const noexcept { return first_record.plus(record_count); }
  /// Head of the log once this commit is in: its last event's position, 0 for none so far.
  [[nodiscard]] position head() const noexcept { return position(next_position().value() - 1); }
};

/// Where the log ends: what the next commit must extend.
struct log_head {
  log_id log;
  epoch_number epoch;
  commit_number last_commit;   ///< 0 = none.
  position next_position{1};
  record_number next_record{1};
  hash128 last_hash;

  [[nodiscard]] position head() const noexcept { return position(next_position.value() - 1); }
  friend bool operator==(const log_head&, const log_head&) = default;
};

/// Names one commit in the log. Orders as the log does.
struct commit_key {
  position first_position;
  commit_number number;
  friend auto operator<=>(const commit_key&, const commit_key&) = default;
};

/// Where a record is: its commit and its place in it, counted from 0.
struct record_place {
  commit_key commit;
  std::uint32_t index = 0;
  friend auto operator<=>(const record_place&, const record_place&) = default;
};

/// A verified commit. The views point into the bytes it was read from.
class commit_view {
 public:
  /// Checks sizes, magic, format and hash. Errors: corrupt, newer_format; the message says what is off.
  [[nodiscard]] static result<commit_view> parse(std::string_view bytes);

  [[nodiscard]] const commit_header& header() const noexcept { return header_; }
  [[nodiscard]] std::string_view payload() const noexcept { return payload_; }
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  [[nodiscard]] hash128 hash() const noexcept { return hash_; }
  [[nodiscard]] commit_key key() const noexcept { return {header_.first_position, header_.number}; }

  /// True when this commit is the one that comes right after `head` in the same log.
  [[nodiscard]] bool extends(const log_head& head) const noexcept;

 private:
  commit_header header_;
  std::string_view payload_;
  std::string_view bytes_;
  hash128 hash_;
};

/// The head after `commit` was added to a log.
[[nodiscard]] log_head head_after(const commit_view& commit) noexcept;

/// Encodes a commit that extends `head` and moves `head` past it. `payload` holds `record_count` encoded
/// records with `event_count` events in all.
[[nodiscard]] std::string seal_commit(log_head& head, std::string_view payload, std::uint32_t record_count,
                                      std::uint32_t event_count);

/// What an epoch record says: who opened the log, and where the log came from when it was restored.
struct epoch_payload {
  std::uint64_t random = 0;
  log_id ancestor;             ///< All zero when this log was not restored from another.
  position ancestor_position;
};

/// Encodes the epoch record that opens epoch `head.epoch + 1` and moves `head` past it.
[[nodiscard]] std::string seal_epoch(log_head& head, const epoch_payload& epoch);
[[nodiscard]] result<epoch_payload> read_epoch(const commit_view& commit);

}  // namespace jumak
