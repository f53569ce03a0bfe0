#pragma once

#include <compare>
#include <cstdint>

#include "core/assert.hpp"
#include "core/commit.hpp"

/// A record's place in 16 bytes instead of 24: positions and commit numbers take 48 bits, which lasts
/// 40 years at 200,000 a second. Orders as the log does.
namespace jumak::storage {

class packed_place {
 public:
  packed_place() = default;
  explicit packed_place(record_place place) noexcept
      : high_(place.commit.first_position.value() << 16 | place.commit.number.value() >> 32),
        low_(place.commit.number.value() << 32 | place.index) {
    JUMAK_ASSERT(place.commit.first_position.value() >> 48 == 0);
    JUMAK_ASSERT(place.commit.number.value() >> 48 == 0);
  }

  [[nodiscard]] record_place unpacked() const noexcept {
    return {{position(high_ >> 16), commit_number((high_ & 0xFFFF) << 32 | low_ >> 32)},
            static_cast<std::uint32_t>(low_)};
  }
  friend auto operator<=>(packed_place, packed_place) = default;

 private:
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

}  // namespace jumak::storage
