#include "core/running_hash.hpp"

#include <array>

namespace jumak {

void running_hash::add(std::string_view piece) noexcept {
  const hash128 added = hash128_of(piece);
  std::array<char, 32> both{};
  std::size_t place = 0;
  for (const std::uint64_t half : {now_.low, now_.high, added.low, added.high}) {
    for (int shift = 0; shift < 64; shift += 8) both[place++] = static_cast<char>(half >> shift);
  }
  now_ = hash128_of({both.data(), both.size()});
}

}  // namespace jumak
