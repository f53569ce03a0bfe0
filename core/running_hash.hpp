#pragma once

#include <string_view>

#include "core/hash.hpp"

namespace jumak {

/// A hash over bytes that come in pieces; it depends on where they are cut. Stable for ever: it is stored.
class running_hash {
 public:
  /// Begins with what the pieces belong to.
  explicit running_hash(std::string_view first = {}) noexcept : now_(hash128_of(first)) {}

  /// Becomes the hash of itself (low, high, little-endian) and the piece's.
  void add(std::string_view piece) noexcept;
  [[nodiscard]] hash128 now() const noexcept { return now_; }

 private:
  hash128 now_;
};

}  // namespace jumak
