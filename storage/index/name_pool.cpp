#include "storage/index/name_pool.hpp"

#include <algorithm>
#include <cstring>

#include "core/assert.hpp"

namespace jumak::storage {
namespace {

constexpr std::uint32_t unit_bytes = 4;
/// Handles count chunks in steps of this many units. A chunk for one long text is larger; nobody points
/// behind its start.
constexpr std::uint32_t units_a_chunk = 16 * 1024;

std::size_t length_bytes(std::size_t size) {
  std::size_t bytes = 1;
  for (; size >= 128; size >>= 7) ++bytes;
  return bytes;
}

std::uint32_t units_for(std::size_t size) {
  return static_cast<std::uint32_t>((length_bytes(size) + size + unit_bytes - 1) / unit_bytes);
}

/// Reads the length at `at`, which then points at the text.
std::size_t read_length(const char*& at) {
  std::size_t size = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    size |= std::size_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return size;
  }
}

}  // namespace

char* name_pool::room(handle which) const noexcept {
  return chunks_[which / units_a_chunk].get() + std::size_t{which % units_a_chunk} * unit_bytes;
}

name_pool::handle name_pool::take(std::uint32_t units) {
  if (units < free_.size() && free_[units] != none) {
    const handle taken = free_[units];
    std::memcpy(&free_[units], room(taken), sizeof(handle));
    return taken;
  }
  if (units > size_ - used_) {
    size_ = std::max(units, units_a_chunk);
    used_ = 0;
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(std::size_t{size_} * unit_bytes));
    chunk_bytes_ += std::size_t{size_} * unit_bytes;
    JUMAK_ASSERT(chunks_.size() < none / units_a_chunk);
  }
  const auto taken = static_cast<handle>((chunks_.size() - 1) * units_a_chunk + used_);
  used_ += units;
  return taken;
}

name_pool::handle name_pool::add(std::string_view text) {
  const handle added = take(units_for(text.size()));
  char* at = room(added);
  std::size_t size = text.size();
  for (; size >= 128; size >>= 7) *at++ = static_cast<char>(size | 0x80);
  *at++ = static_cast<char>(size);
  if (!text.empty()) std::memcpy(at, text.data(), text.size());
  return added;
}

std::string_view name_pool::text(handle which) const noexcept {
  const char* at = room(which);
  const std::size_t size = read_length(at);
  return {at, size};
}

void name_pool::remove(handle which) {
  const std::uint32_t units = units_for(text(which).size());
  if (units >= free_.size()) free_.resize(units + 1, none);
  std::memcpy(room(which), &free_[units], sizeof(handle));
  free_[units] = which;
}

std::size_t name_pool::memory_bytes() const noexcept {
  return chunk_bytes_ + chunks_.capacity() * sizeof(chunks_[0]) + free_.capacity() * sizeof(handle);
}

}  // namespace jumak::storage
