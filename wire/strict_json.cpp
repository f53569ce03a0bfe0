#include "wire/strict_json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <cmath>
#include <string>
#include <vector>

namespace jumak::wire {
namespace {

namespace json = boost::json;

/// Where the keys of the objects being read are kept until their object ends. Reused between texts.
class open_keys {
 public:
  void clear() {
    letters_.clear();
    spans_.clear();
    objects_.clear();
    pending_ = 0;
  }
  /// The key whose value is being read; empty outside of objects.
  [[nodiscard]] std::string_view last() const { return spans_.empty() ? std::string_view() : text_of(spans_.back()); }
  void begin_object() { objects_.push_back(spans_.size()); }
  void add_part(std::string_view part) {
    letters_ += part;
    pending_ += part.size();
  }
  void end_key() {
    spans_.push_back({letters_.size() - pending_, pending_});
    pending_ = 0;
  }
  /// Ends the innermost object; the key that it had twice, or nothing.
  std::optional<std::string> end_object() {
    const std::size_t first = objects_.back();
    objects_.pop_back();
    std::optional<std::string> twice = find_twice(first);
    if (spans_.size() > first) letters_.resize(spans_[first].at);
    spans_.resize(first);
    return twice;
  }

 private:
  struct span {
    std::size_t at;
    std::size_t length;
  };

  [[nodiscard]] std::string_view text_of(span key) const { return std::string_view(letters_).substr(key.at, key.length); }

  std::optional<std::string> find_twice(std::size_t first) const {
    constexpr std::size_t few = 16;
    if (spans_.size() - first <= few) return find_twice_among_few(first);
    std::vector<std::string_view> keys;
    for (std::size_t index = first; index < spans_.size(); ++index) keys.push_back(text_of(spans_[index]));
    std::ranges::sort(keys);
    const auto found = std::ranges::adjacent_find(keys);
    return found == keys.end() ? std::nullopt : std::optional<std::string>(*found);
  }

  /// One of 64 numbers for a key, by its length and its ends; equal keys have equal ones.
  [[nodiscard]] static unsigned sketch_of(std::string_view key) {
    if (key.empty()) return 0;
    const auto first = static_cast<unsigned char>(key.front());
    const auto last = static_cast<unsigned char>(key.back());
    return (static_cast<unsigned>(key.size()) * 17U + first * 5U + last) % 64U;
  }

  /// Nearly every key has a sketch of its own and so is compared with no other.
  std::optional<std::string> find_twice_among_few(std::size_t first) const {
    std::uint64_t seen = 0;
    for (std::size_t right = first; right < spans_.size(); ++right) {
      const std::string_view key = text_of(spans_[right]);
      const std::uint64_t bit = std::uint64_t{1} << sketch_of(key);
      for (std::size_t left = first; (seen & bit) != 0 && left < right; ++left) {
        if (text_of(spans_[left]) == key) return std::string(key);
      }
      seen |= bit;
    }
    return std::nullopt;
  }

  std::string letters_;
  std::vector<span> spans_;
  std::vector<std::size_t> objects_;
  std::size_t pending_ = 0;
};

/// Receives the parser's events, builds the value and keeps watch.
struct strict_handler {
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  json::value_stack stack;
  open_keys keys;
  std::string complaint;

  bool refuse(std::string why, json::error_code& error) {
    complaint = std::move(why);
    error = json::error::extra_data;  // Any error stops the parser; `complaint` is what is reported.
    return false;
  }

  /// The same, naming the field the number stands in.
  bool refuse_number(std::string_view why, json::error_code& error) {
    const std::string field(keys.last());
    return refuse(field.empty() ? std::string(why) : field + ": " + std::string(why), error);
  }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t count, json::error_code&) {
    stack.push_array(count);
    return true;
  }
  bool on_object_begin(json::error_code&) {
    keys.begin_object();
    return true;
  }
  bool on_object_end(std::size_t count, json::error_code& error) {
    if (auto twice = keys.end_object()) return refuse("the key \"" + *twice + "\" is given twice", error);
    stack.push_object(count);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    stack.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    stack.push_string(part);
    return true;
  }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    keys.add_part(part);
    stack.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    keys.add_part(part);
    keys.end_key();
    stack.push_key(part);
    return true;
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    stack.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
    stack.push_uint64(number);
    return true;
  }
  bool on_double(double number, json::string_view text, json::error_code& error) {
    if (!std::isfinite(number)) return refuse_number("a number is too large; expected one that fits in 64 bits", error);
    if (text.find_first_of(".eE") == json::string_view::npos) {
      return refuse_number("an integer does not fit in 64 bits", error);
    }
    stack.push_double(number);
    return true;
  }
  bool on_bool(bool value, json::error_code&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(json::error_code&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }
};

using strict_parser = json::basic_parser<strict_handler>;

}  // namespace

result<json::value> parse_strict(std::string_view text, json::storage_ptr storage) {
  thread_local strict_parser parser{json::parse_options{}};
  strict_handler& handler = parser.handler();
  parser.reset();
  handler.keys.clear();
  handler.complaint.clear();
  handler.stack.reset(std::move(storage));
  json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used == text.size() && handler.complaint.empty()) return handler.stack.release();
  // Half-read values must go before the caller's storage does.
  handler.stack.reset();
  if (!handler.complaint.empty()) return failure(errc::malformed, std::move(handler.complaint));
  const std::string why = error ? error.message() : "there is more after the value";
  const bool ascii = used == text.size() || static_cast<unsigned char>(text[used]) < 0x80;
  const std::string what = ascii ? "not JSON: " : "not JSON in UTF-8: ";
  return failure(errc::malformed, what + why + " at byte " + std::to_string(used));
}

}  // namespace jumak::wire
