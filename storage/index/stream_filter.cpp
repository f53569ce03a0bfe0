#include "storage/index/stream_filter.hpp"

#include <algorithm>
#include <ranges>

#include "core/assert.hpp"

namespace jumak::storage {
namespace {

constexpr std::size_t bits_a_block = 512;
constexpr std::size_t bits_a_name = 15;

}  // namespace

/// A row hash spread over two words: one chooses the block, the other the bits in it.
struct stream_filter::mixed_hash {
  std::uint64_t where;
  std::uint64_t bits;

  explicit mixed_hash(row_hash name) noexcept {
    // The top bits of a row hash are the slot, the same for many names of a shard.
    std::uint64_t mixed = name.bits * 0x9E3779B97F4A7C15;
    mixed ^= mixed >> 32;
    where = (mixed * 0xBF58476D1CE4E5B9) >> 32;
    bits = mixed * 0x94D049BB133111EB;
    bits ^= bits >> 29;
  }
  [[nodiscard]] std::size_t block_of(std::size_t count) const noexcept {
    return where * count >> 32;
  }
  [[nodiscard]] std::uint64_t mask(unsigned word) const noexcept {
    return std::uint64_t{1} << (bits >> (6 * word) & 63);
  }
};

stream_filter::stream_filter(std::size_t first_capacity) : first_capacity_(first_capacity) {
  JUMAK_ASSERT(first_capacity > 0);
}

void stream_filter::grow() {
  layer& added = layers_.emplace_back();
  added.capacity = layers_.size() == 1 ? first_capacity_ : layers_[layers_.size() - 2].capacity * 2;
  added.blocks.resize(added.capacity * bits_a_name / bits_a_block + 1);
  JUMAK_ASSERT(added.blocks.size() < std::size_t{1} << 32);
}

void stream_filter::add(row_hash name) {
  if (layers_.empty() || layers_.back().names == layers_.back().capacity) grow();
  layer& newest = layers_.back();
  const mixed_hash hash(name);
  block& into = newest.blocks[hash.block_of(newest.blocks.size())];
  for (unsigned word = 0; word < 8; ++word) into.words[word] |= hash.mask(word);
  ++newest.names;
}

bool stream_filter::may_contain(row_hash name) const noexcept {
  const mixed_hash hash(name);
  // The newest filter holds about half of all names.
  return std::ranges::any_of(layers_ | std::views::reverse, [&](const layer& each) {
    const block& in = each.blocks[hash.block_of(each.blocks.size())];
    std::uint64_t missing = 0;
    for (unsigned word = 0; word < 8; ++word) missing |= ~in.words[word] & hash.mask(word);
    return missing == 0;
  });
}

std::size_t stream_filter::names() const noexcept {
  std::size_t sum = 0;
  for (const layer& each : layers_) sum += each.names;
  return sum;
}

std::size_t stream_filter::memory_bytes() const noexcept {
  std::size_t sum = 0;
  for (const layer& each : layers_) sum += each.blocks.size() * sizeof(block);
  return sum;
}

}  // namespace jumak::storage
