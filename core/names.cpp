#include "core/names.hpp"

#include <algorithm>
#include <array>

#include "core/assert.hpp"

namespace jumak {
namespace {

constexpr std::size_t identifier_length_max = 64;

constexpr std::array<bool, 256> make_identifier_letters() {
  std::array<bool, 256> letters{};
  for (unsigned char letter = '0'; letter <= '9'; ++letter) letters[letter] = true;
  for (unsigned char letter = 'A'; letter <= 'Z'; ++letter) letters[letter] = true;
  for (unsigned char letter = 'a'; letter <= 'z'; ++letter) letters[letter] = true;
  for (const unsigned char letter : {'.', '_', ':', '-'}) letters[letter] = true;
  return letters;
}
constexpr auto identifier_letters = make_identifier_letters();

bool is_name(std::string_view text) noexcept { return is_identifier(text) && text != "." && text != ".."; }

}  // namespace

bool is_identifier(std::string_view text) noexcept {
  return !text.empty() && text.size() <= identifier_length_max &&
         std::ranges::all_of(text, [](char letter) { return identifier_letters[static_cast<unsigned char>(letter)]; });
}

std::optional<name> name::from_text(std::string_view text) {
  if (!is_name(text)) return std::nullopt;
  name made;
  made.text_ = text;
  return made;
}

std::optional<command_id> command_id::from_text(std::string_view text) {
  if (!is_identifier(text)) return std::nullopt;
  return from_log(text);
}

command_id command_id::from_log(std::string_view text) {
  command_id made;
  made.text_ = text;
  return made;
}

aggregate_id::aggregate_id(std::string_view kind, const name& which) : slash_(kind.size()) {
  text_.reserve(kind.size() + 1 + which.text().size());
  text_ += kind;
  text_ += '/';
  text_ += which.text();
}

std::optional<aggregate_id> aggregate_id::from_text(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || !is_identifier(text.substr(0, slash)) ||
      !is_name(text.substr(slash + 1))) {
    return std::nullopt;
  }
  return from_log(text);
}

aggregate_id aggregate_id::from_log(std::string_view text) {
  aggregate_id made;
  made.text_ = text;
  made.slash_ = text.find('/');
  JUMAK_ASSERT(made.slash_ != std::string_view::npos);
  return made;
}

std::string stream_name(std::string_view aggregate, std::string_view suffix) {
  std::string full(aggregate);
  if (!suffix.empty()) {
    full += '/';
    full += suffix;
  }
  return full;
}

}  // namespace jumak
