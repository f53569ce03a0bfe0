#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <string_view>

#include "core/hash.hpp"

/// How the index names what it knows: 64 bits of hash whose top 8 bits are the aggregate's slot, so
/// that any row tells which shard it belongs to, whatever the number of shards was when it was written.
///
///   row hash := slot (8 bits), hash of the rest (56 bits)
///   slot     := lowest 8 bits of hash64_of(aggregate)
///
/// Two names can share a row hash; whoever finds a row checks the name, in memory or in the log.
/// Stable for ever: row hashes are stored in runs.
namespace jumak::storage {

inline constexpr std::uint32_t slot_count = 256;

/// A half-open range of slots: what one shard owns.
struct slot_range {
  std::uint32_t from = 0;
  std::uint32_t to = slot_count;

  [[nodiscard]] constexpr bool contains(std::uint32_t slot) const noexcept {
    return slot >= from && slot < to;
  }
  friend bool operator==(const slot_range&, const slot_range&) = default;
};

/// The shard, 0..shards-1, that owns a slot. `shards` is 1..256.
[[nodiscard]] constexpr std::uint32_t shard_of(std::uint32_t slot, std::uint32_t shards) noexcept {
  return slot * shards / slot_count;
}

/// The slots of a shard: exactly those for which shard_of gives it.
[[nodiscard]] constexpr slot_range slots_of(std::uint32_t shard, std::uint32_t shards) noexcept {
  const auto first = [shards](std::uint32_t which) {
    return (which * slot_count + shards - 1) / shards;
  };
  return {first(shard), first(shard + 1)};
}

struct row_hash {
  std::uint64_t bits = 0;

  [[nodiscard]] constexpr std::uint32_t slot() const noexcept {
    return static_cast<std::uint32_t>(bits >> 56);
  }
  friend auto operator<=>(row_hash, row_hash) = default;
};

/// Makes the row hashes of one aggregate; hashes its name once.
class aggregate_hash {
 public:
  explicit aggregate_hash(std::string_view aggregate) noexcept : bits_(hash64_of(aggregate)) {}

  [[nodiscard]] std::uint32_t slot() const noexcept { return bits_ & 0xFF; }
  /// Row of the aggregate itself.
  [[nodiscard]] row_hash aggregate() const noexcept { return {std::rotr(bits_, 8)}; }
  /// Row of one of its streams; the suffix is empty for its own stream.
  [[nodiscard]] row_hash stream(std::string_view suffix) const noexcept { return part(suffix); }
  /// Row of a command id sent to it.
  [[nodiscard]] row_hash id(std::string_view id) const noexcept { return part(id); }

 private:
  [[nodiscard]] row_hash part(std::string_view text) const noexcept {
    return {bits_ << 56 | hash64_of(text, bits_) >> 8};
  }

  std::uint64_t bits_;
};

}  // namespace jumak::storage
