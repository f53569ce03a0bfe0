#include "domain/views/text_pool.hpp"

#include <algorithm>

#include "core/hash.hpp"

namespace jumak::hotel::views {

text_number text_pool::number_of(std::string_view text) {
  if (text.empty()) {
    return no_text;
  }
  const std::uint64_t hash = hash64_of(text);
  const std::uint32_t known =
      numbers_.find(hash, [&](std::uint32_t number) { return texts_[number] == text; });
  if (known != number_table::none) {
    return text_number(known);
  }
  const auto number = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(keep(text));
  numbers_.insert(hash, number);
  return text_number(number);
}

void text_pool::keep(keeper& out) const {
  pack_unsigned(out.next(), texts_.size());
  for (const std::string_view text : texts_) {
    pack_text(out.next(), text);
  }
}

void text_pool::restore(unpacker& in) {
  *this = text_pool();
  const std::uint64_t count = in.read_unsigned();
  for (std::uint64_t number = 0; number < count && !in.failed(); ++number) {
    if (index_of(number_of(in.read_text())) != number) {  // Each text was there once.
      in.fail();
    }
  }
}

std::string_view text_pool::keep(std::string_view text) {
  if (text.size() > block_bytes - used_) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(std::max(block_bytes, text.size())));
    used_ = 0;
  }
  char* const start = blocks_.back().get() + used_;
  std::ranges::copy(text, start);
  // A text longer than a block has one of its own, which is full then.
  used_ = std::min(block_bytes, used_ + text.size());
  return {start, text.size()};
}

}  // namespace jumak::hotel::views
