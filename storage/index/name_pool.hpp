#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace jumak::storage {

/// Keeps many short texts that come and go, in little more memory than their bytes: cut from chunks, 1 byte
/// of length (more from 128 bytes on), rounded up to 4. The room of a text taken out serves the next of its
/// size. One thread.
class name_pool {
 public:
  using handle = std::uint32_t;

  [[nodiscard]] handle add(std::string_view text);
  /// Valid until it is removed.
  [[nodiscard]] std::string_view text(handle which) const noexcept;
  void remove(handle which);

  [[nodiscard]] std::size_t memory_bytes() const noexcept;

 private:
  static constexpr handle none = UINT32_MAX;

  [[nodiscard]] char* room(handle which) const noexcept;
  [[nodiscard]] handle take(std::uint32_t units);

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_bytes_ = 0;          // Of all chunks.
  std::uint32_t used_ = 0;               // Units of the last chunk that were given out.
  std::uint32_t size_ = 0;               // Units of the last chunk.
  std::vector<handle> free_;             // By units: the first free room of that size; each names the next.
};

}  // namespace jumak::storage
