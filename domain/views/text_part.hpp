#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace jumak::hotel::views {

/// Part of a text as people type it: letters A-Z are like a-z, every other character is itself.
class text_part {
 public:
  explicit text_part(std::string_view part) : folded_(part) {
    std::ranges::transform(folded_, folded_.begin(), fold);
  }

  /// True for an empty part.
  [[nodiscard]] bool is_in(std::string_view text) const {
    return !std::ranges::search(text, folded_, {}, fold).empty() || folded_.empty();
  }

 private:
  [[nodiscard]] static char fold(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }

  std::string folded_;
};

}  // namespace jumak::hotel::views
