#include "wire/decode.hpp"

#include <algorithm>

namespace jumak::wire {

std::string json_path::text() const {
  std::string text = parent == nullptr ? std::string() : parent->text();
  if (index) return text + "[" + std::to_string(*index) + "]";
  if (!text.empty()) text += '.';
  if (parent != nullptr && member.empty()) return text + "\"\"";  // A name that nobody would see.
  text += member;
  return text;
}

bool decode_complaint::expected(const json_path& path, std::string_view what) {
  return say(path.text() + ": expected " + std::string(what));
}

bool decode_complaint::say(std::string sentence) {
  sentence_ = std::move(sentence);
  return false;
}

bool refuse_unknown_members(const boost::json::object& object, const std::vector<std::string_view>& known,
                            const json_path& path, decode_complaint& complaint) {
  for (const auto& [key, value] : object) {
    const std::string_view member(key.data(), key.size());
    if (std::ranges::find(known, member) != known.end()) continue;
    std::string sentence = json_path{&path, member}.text() + ": unknown field; known are";
    if (known.empty()) sentence += " none";
    for (const std::string_view one : known) sentence += (one == known.front() ? " " : ", ") + std::string(one);
    return complaint.say(std::move(sentence));
  }
  return true;
}

const boost::json::string* as_text(const boost::json::value& value) { return value.if_string(); }

std::optional<std::int64_t> as_integer(const boost::json::value& value) {
  if (const std::int64_t* number = value.if_int64()) return *number;
  return std::nullopt;
}

std::optional<std::uint64_t> as_unsigned(const boost::json::value& value) {
  if (const std::uint64_t* number = value.if_uint64()) return *number;
  const std::int64_t* number = value.if_int64();
  if (number != nullptr && *number >= 0) return static_cast<std::uint64_t>(*number);
  return std::nullopt;
}

}  // namespace jumak::wire
