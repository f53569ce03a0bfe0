#include "bench/frame_template.hpp"

#include "core/assert.hpp"
#include "core/names.hpp"

#include <algorithm>

namespace jumak::bench {

frame_template& frame_template::literal(std::string_view text) {
  text_ += text;
  return *this;
}

frame_template::field frame_template::hole(std::size_t width) {
  const field result{text_.size(), width};
  text_.append(width, '0');
  return result;
}

void frame_template::patch(field target, std::uint64_t number) noexcept {
  char* const first = text_.data() + target.offset;
  for (std::size_t place = target.width; place-- > 0; number /= 10)
    first[place] = static_cast<char>('0' + number % 10);
  JUMAK_ASSERT(number == 0);
}

void frame_template::patch(field target, std::string_view text) noexcept {
  JUMAK_ASSERT(text.size() == target.width);
  JUMAK_ASSERT(is_identifier(text));
  std::copy(text.begin(), text.end(), text_.begin() + static_cast<std::ptrdiff_t>(target.offset));
}

}  // namespace jumak::bench
