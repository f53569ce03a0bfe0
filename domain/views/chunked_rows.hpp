#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/keep.hpp"

namespace jumak::hotel::views {

/// Rows that are only ever added. They keep their addresses, and growing never copies them, so no
/// event waits for a million rows to move.
template <class Row>
class chunked_rows {
 public:
  /// Adds a row and returns its index.
  std::uint32_t append(Row row) {
    if (size_ % chunk_rows == 0) {
      chunks_.emplace_back().reserve(chunk_rows);
    }
    chunks_.back().push_back(std::move(row));
    return static_cast<std::uint32_t>(size_++);
  }

  [[nodiscard]] Row& operator[](std::size_t index) {
    return chunks_[index / chunk_rows][index % chunk_rows];
  }
  [[nodiscard]] const Row& operator[](std::size_t index) const {
    return chunks_[index / chunk_rows][index % chunk_rows];
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  using kept_item = Row;
  void keep(keeper& out) const {
    pack_unsigned(out.next(), size_);
    for (std::size_t index = 0; index < size_ && !out.stopped(); ++index) {
      jumak::keep(out, (*this)[index]);
    }
  }
  void restore(unpacker& in) {
    *this = chunked_rows();
    const std::uint64_t count = in.read_unsigned();
    for (std::uint64_t index = 0; index < count && !in.failed(); ++index) {
      Row row{};
      jumak::restore(in, row);
      append(std::move(row));
    }
  }

 private:
  static constexpr std::size_t chunk_rows = 1024;

  std::vector<std::vector<Row>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace jumak::hotel::views
