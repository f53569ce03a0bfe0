#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "storage/log/log.hpp"

/// Up to where something has folded the log. Before use it is checked against the log: one that does
/// not match, or lies ahead, belongs to another history and is discarded with all that was folded.
///
///   checkpoint := log id 2 × fixed64, first position, commit number, head, last record, chain hash 2 × fixed64
///                 numbers as LEB128 (core/pack.hpp)
namespace jumak::storage {

struct checkpoint {
  log_id log;
  commit_key commit;          ///< The last commit that was folded, whole.
  position head;              ///< The last event up to it; 0 for none.
  record_number last_record;  ///< The last record up to it; 0 for none.
  hash128 chain;              ///< The commit's hash, which covers all before it.

  friend bool operator==(const checkpoint&, const checkpoint&) = default;
};

/// The checkpoint of a fold that has taken in all commits up to this one.
[[nodiscard]] checkpoint checkpoint_at(const commit_view& commit) noexcept;

/// Key of the commit that comes after it: where the fold reads on.
[[nodiscard]] constexpr commit_key key_after(const checkpoint& folded) noexcept {
  return {folded.head.next(), folded.commit.number.next()};
}

/// True when the log has exactly this commit: same log id, key, counts and chain hash. False when it
/// does not. Errors: io_failed, and those of a damaged log (corrupt, newer_format). Blocks; any thread.
[[nodiscard]] result<bool> agrees(const checkpoint& folded, const log& log);

void pack_checkpoint(std::string& out, const checkpoint& folded);
/// Nothing when the bytes have another form.
[[nodiscard]] std::optional<checkpoint> unpack_checkpoint(std::string_view bytes);

}  // namespace jumak::storage
