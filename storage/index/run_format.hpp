#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "core/pack.hpp"
#include "storage/index/checkpoint.hpp"
#include "storage/index/row_hash.hpp"
#include "storage/index/run_rows.hpp"

/// What a run looks like in RocksDB: keys of one run lie together, so each file of a run overlaps no
/// other and one look-up touches one file.
///
///   key        := run u32, kind u8, rest                        big-endian
///   checkpoint := kind 0, no rest        → format u8 (1), checkpoint (checkpoint.hpp)
///   ids        := kind 1, slot u8        → id…                  in log order
///   first seen := kind 2, slot u8        → row hash fixed64…    in log order
///   streams    := kind 3, row hash u64   → places
///   aggregates := kind 4, row hash u64   → places
///   id         := row hash fixed64, first position and commit number, each as the distance from the id before
///   places     := first position, commit number, index in the commit,   of the newest,
///                 (distance back in position, in commit number, index)…  of each older one
///
/// Numbers without a width are LEB128 (core/pack.hpp). Ids and names first seen are only ever read
/// whole, to restore a shard's memory, so they are packed by slot and not rows of their own.
namespace jumak::storage {

enum class row_kind : std::uint8_t {
  checkpoint = 0,
  ids = 1,
  first_seen = 2,
  streams = 3,
  aggregates = 4
};

inline constexpr std::uint8_t run_format = 1;

[[nodiscard]] std::string checkpoint_key(std::uint32_t run);
/// For ids and first seen; `slot` up to slot_count, which is the end of the kind.
[[nodiscard]] std::string slot_key(std::uint32_t run, row_kind kind, std::uint32_t slot);
/// For streams and aggregates.
[[nodiscard]] std::string place_key(std::uint32_t run, row_kind kind, row_hash hash);
/// The run a key belongs to; nothing for a key that is too short.
[[nodiscard]] std::optional<std::uint32_t> run_of(std::string_view key);

[[nodiscard]] std::string checkpoint_value(const checkpoint& folded);
/// Nothing when the bytes have another form or format.
[[nodiscard]] std::optional<checkpoint> parse_checkpoint_value(std::string_view value);

/// Appends an id; `before` is the commit of the id before it in the same value, zero for the first.
void pack_id(std::string& out, commit_key before, row_hash id, commit_key commit);

/// Walks the ids of one value. Stops at the first that does not fit.
class id_reader {
 public:
  explicit id_reader(std::string_view value) noexcept : in_(value) {}
  bool next(row_hash& id, commit_key& commit) noexcept;
  /// True when every byte was an id.
  [[nodiscard]] bool done() const noexcept { return in_.done(); }

 private:
  unpacker in_;
  std::uint64_t position_ = 0;
  std::uint64_t number_ = 0;
};

/// The places of rows of one hash, sorted; equal ones once.
[[nodiscard]] std::string pack_places(std::span<const place_row> rows);

/// Walks the places of one value, the newest first. Stops at the first that does not fit.
class place_reader {
 public:
  explicit place_reader(std::string_view value) noexcept : in_(value) {}
  bool next(record_place& place) noexcept;
  [[nodiscard]] bool done() const noexcept { return in_.done(); }

 private:
  unpacker in_;
  bool first_ = true;
  std::uint64_t position_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace jumak::storage
