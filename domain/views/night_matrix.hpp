#pragma once

#include <span>
#include <tuple>
#include <vector>

#include "domain/views/day_blocks.hpp"

namespace jumak::hotel::views {

/// One number for each night and room type of a hotel, the types of a night side by side: a search
/// over seven nights and ten types reads a handful of cache lines. What was never written is
/// `Initial`.
template <class Number, Number Initial>
class night_matrix {
 public:
  static auto kept(auto& self) { return std::tie(self.blocks_); }

  [[nodiscard]] Number& at(day_number night, type_number type) {
    block& touched = blocks_.touch(night);
    if (index_of(type) >= touched.width) {
      widen(touched, index_of(type) + 1);
    }
    return touched.numbers[row_place(night) * touched.width + index_of(type)];
  }

  [[nodiscard]] Number get(day_number night, type_number type) const noexcept {
    const std::span<const Number> types = row(night);
    return index_of(type) < types.size() ? types[index_of(type)] : Initial;
  }

  /// The numbers of a night by type; types beyond its end are `Initial`.
  [[nodiscard]] std::span<const Number> row(day_number night) const noexcept {
    const block* found = blocks_.find(night);
    if (found == nullptr) {
      return {};
    }
    return std::span(found->numbers).subspan(row_place(night) * found->width, found->width);
  }

 private:
  struct block {
    std::size_t width = 0;
    std::vector<Number> numbers;
  };
  static constexpr std::size_t width_step = 4;

  [[nodiscard]] static std::size_t row_place(day_number night) noexcept {
    return static_cast<std::size_t>(day_blocks<block>::place_of(night));
  }

  static void widen(block& narrow, std::size_t width_least) {
    const std::size_t width = (width_least + width_step - 1) / width_step * width_step;
    constexpr auto rows = static_cast<std::size_t>(day_blocks<block>::block_days);
    std::vector<Number> wide(rows * width, Initial);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < narrow.width; ++column) {
        wide[row * width + column] = narrow.numbers[row * narrow.width + column];
      }
    }
    narrow = block{width, std::move(wide)};
  }

  day_blocks<block> blocks_;
};

}  // namespace jumak::hotel::views
