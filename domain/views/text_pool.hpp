#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/keep.hpp"
#include "domain/views/number_table.hpp"
#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

/// Keeps each text once and gives it a number: segments, channels, countries, actors and the like
/// are few and named by millions of rows. Nothing is ever taken out.
class text_pool {
 public:
  /// The number of a text, a new one if need be; `no_text` for the empty text.
  text_number number_of(std::string_view text);

  /// Empty for `no_text`. Valid as long as the pool.
  [[nodiscard]] std::string_view text_of(text_number number) const {
    return texts_[index_of(number)];
  }

  void keep(keeper& out) const;
  void restore(unpacker& in);

 private:
  [[nodiscard]] std::string_view keep(std::string_view text);

  static constexpr std::size_t block_bytes = 64 * 1024;

  std::vector<std::string_view> texts_ = {std::string_view()};
  number_table numbers_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = block_bytes;
};

}  // namespace jumak::hotel::views
