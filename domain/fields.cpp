#include "domain/fields.hpp"

#include <date/tz.h>

#include <algorithm>
#include <exception>
#include <unordered_set>
#include <utility>

namespace jumak::hotel {

std::optional<currency> currency::from_text(std::string_view text) noexcept {
  const bool fits =
      text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!fits) {
    return std::nullopt;
  }
  currency made;
  std::ranges::copy(text, made.letters_.begin());
  return made;
}

std::string currency::text() const {
  return letters_.front() == '\0' ? std::string() : std::string(letters_.data(), letters_.size());
}

std::optional<time_zone> time_zone::from_text(std::string_view text) {
  // The machine's own zone is a file among the others, but no name that means the same elsewhere.
  if (text.empty() || text == "localtime") {
    return std::nullopt;
  }
  try {
    static_cast<void>(::date::locate_zone(text));
  } catch (const std::exception&) {
    return std::nullopt;
  }
  time_zone made;
  made.text_ = text;
  return made;
}

std::optional<distinct_names> distinct_names::from_items(std::vector<name> items) {
  if (items.empty() || items.size() > count_max) {
    return std::nullopt;
  }
  std::unordered_set<std::string_view> seen;
  for (const name& item : items) {
    if (!seen.insert(item.text()).second) {
      return std::nullopt;
    }
  }
  distinct_names made;
  made.items_ = std::move(items);
  return made;
}

}  // namespace jumak::hotel
