#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/commit.hpp"
#include "core/error.hpp"

/// The log as a port: the only truth, an ordered list of commits. `memory_log` and `rocksdb_log` are
/// behind it, and one contract suite runs over both (tests/storage/log/log_contract_test.cpp).
///
/// Nothing here depends on one machine. Position, commit number, epoch and the hash before come from
/// the commit, never from the store, and a reader counts only a commit that extends its chain; so a
/// later log can sit on several machines. Only one thing would change: `append` blocks the thread that
/// calls it, which is the journal's own; a distant log would take the commits, keep several appends on
/// their way, and say each outcome later, in order, to the journal's mailbox.
namespace jumak::storage {

/// What became of an append.
enum class append_outcome : std::uint8_t {
  /// Synced: it survives kill -9 and power loss.
  durable,
  /// Another process owns the log now; nothing was stored. A log on one machine holds its folder's
  /// lock and never says it.
  fenced,
  /// A write or sync failed after it began. It may or may not be there after the next open.
  unknown,
};

class log {
 public:
  log() = default;
  log(const log&) = delete;
  log& operator=(const log&) = delete;
  virtual ~log() = default;

  /// Where the log ends: its last durable commit. Any thread; never waits for an append.
  [[nodiscard]] virtual log_head head() const = 0;

  /// Makes the commits durable together, by one write and one sync, and blocks until they are. They are
  /// sealed (core/commit.hpp), the first extends head() and each next the one before: anything else is
  /// a bug and asserts, as is none at all. One thread only. After `unknown` the head stays and every later append says
  /// `unknown` too: only a new open can tell what is there.
  [[nodiscard]] virtual append_outcome append(std::span<const std::string> commits) = 0;

  /// Commits with key >= `from`, in order, about `max_bytes` in all: whole commits, at least one if
  /// there is any, none beyond the head. Empty when `from` is past the end. Each one's checksum holds
  /// and each extends the one before it in the page; that the first extends what the caller has is the
  /// caller's to check. Errors: corrupt, newer_format, io_failed. Any thread.
  [[nodiscard]] virtual result<std::vector<std::string>> read(commit_key from,
                                                              std::size_t max_bytes) const = 0;

  /// The commit of that key, its checksum checked. Errors: corrupt when it is not there or damaged,
  /// io_failed. Any thread.
  [[nodiscard]] virtual result<std::string> read_commit(commit_key key) const = 0;

  /// Key of the commit that holds the event at `event`, which is 1..head; outside of it: not_found.
  /// Other errors: corrupt, io_failed. Any thread.
  [[nodiscard]] virtual result<commit_key> find(position event) const = 0;
};

/// Where reading starts for one who has nothing yet.
inline constexpr commit_key first_key{position(1), commit_number(1)};

/// Key of the commit that comes right after `head`: where to read on.
[[nodiscard]] constexpr commit_key key_after(const log_head& head) noexcept {
  return {head.next_position, head.last_commit.next()};
}

}  // namespace jumak::storage
