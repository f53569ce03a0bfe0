#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <tuple>
#include <vector>

#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

/// Blocks of 32 days each, made when a day of theirs is first touched. Days close together are
/// close in memory, and a booking five years ahead costs one block, not five years of them.
template <class Block>
class day_blocks {
 public:
  static constexpr day_number block_days = 32;
  static auto kept(auto& self) { return std::tie(self.first_, self.blocks_); }

  [[nodiscard]] static constexpr day_number block_of(day_number day) noexcept {
    return (day - place_of(day)) / block_days;
  }
  /// The day's place within its block: 0 to 31, also before 1970.
  [[nodiscard]] static constexpr day_number place_of(day_number day) noexcept {
    return day & (block_days - 1);
  }

  [[nodiscard]] Block& touch(day_number day) {
    const day_number block = block_of(day);
    if (blocks_.empty()) {
      first_ = block;
    }
    if (block < first_) {
      std::vector<std::unique_ptr<Block>> earlier(static_cast<std::size_t>(first_ - block));
      for (auto& later : blocks_) {
        earlier.push_back(std::move(later));
      }
      blocks_ = std::move(earlier);
      first_ = block;
    }
    const auto at = static_cast<std::size_t>(block - first_);
    if (at >= blocks_.size()) {
      blocks_.resize(at + 1);
    }
    if (!blocks_[at]) {
      blocks_[at] = std::make_unique<Block>();
    }
    return *blocks_[at];
  }

  /// The block of a day, or null when none of its days was touched.
  [[nodiscard]] const Block* find(day_number day) const noexcept {
    const auto at = static_cast<std::size_t>(block_of(day) - first_);  // Before the first: huge.
    return at < blocks_.size() ? blocks_[at].get() : nullptr;
  }

  /// All touched days lie in `[first_day, end_day)`.
  [[nodiscard]] day_number first_day() const noexcept { return first_ * block_days; }
  [[nodiscard]] day_number end_day() const noexcept {
    return (first_ + static_cast<day_number>(blocks_.size())) * block_days;
  }

 private:
  day_number first_ = 0;
  std::vector<std::unique_ptr<Block>> blocks_;
};

}  // namespace jumak::hotel::views
