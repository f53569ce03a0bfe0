#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace jumak {

/// 128 bits of hash. Detects damage and tells bodies apart; no protection against a forger.
struct hash128 {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend auto operator<=>(const hash128&, const hash128&) = default;
};

/// XXH3-64 of the bytes. Stable for ever: it is stored in sorted runs and decides shards.
[[nodiscard]] std::uint64_t hash64_of(std::string_view bytes) noexcept;

/// XXH3-64 with a seed, for keys of several parts: hash64_of(b, hash64_of(a)).
[[nodiscard]] std::uint64_t hash64_of(std::string_view bytes, std::uint64_t seed) noexcept;

/// XXH3-128 of the bytes. Stable for ever: it chains commits and is stored as fingerprint.
[[nodiscard]] hash128 hash128_of(std::string_view bytes) noexcept;

/// 32 lower-case hexadecimal digits, high half first.
[[nodiscard]] std::string to_text(hash128 hash);

}  // namespace jumak
