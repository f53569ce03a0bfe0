#include "wire/peek_aggregate.hpp"

#include <boost/json/basic_parser_impl.hpp>

namespace jumak::wire {
namespace {

namespace json = boost::json;

/// Watches the members of the outermost object go by and stops the parser behind the one looked for.
struct peeking_handler {
  static constexpr std::size_t max_object_size = SIZE_MAX;
  static constexpr std::size_t max_array_size = SIZE_MAX;
  static constexpr std::size_t max_key_size = SIZE_MAX;
  static constexpr std::size_t max_string_size = SIZE_MAX;
  static constexpr std::string_view wanted = "aggregate";

  std::string key;
  std::string text;
  int depth = 0;
  bool key_complete = false;
  bool found = false;

  void clear() {
    key.clear();
    text.clear();
    depth = 0;
    key_complete = false;
    found = false;
  }
  [[nodiscard]] bool is_wanted() const { return depth == 1 && key_complete && key == wanted; }

  bool enter() {
    ++depth;
    return true;
  }
  bool leave() {
    --depth;
    return true;
  }
  void add_key(std::string_view part, bool last) {
    if (depth != 1) return;
    if (key_complete) key.clear();
    key += part;
    key_complete = last;
  }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return enter(); }
  bool on_object_end(std::size_t, json::error_code&) { return leave(); }
  bool on_array_begin(json::error_code&) { return enter(); }
  bool on_array_end(std::size_t, json::error_code&) { return leave(); }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    add_key(part, false);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    add_key(part, true);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    if (is_wanted()) text += part;
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code& error) {
    if (!is_wanted()) return true;
    text += part;
    found = true;
    error = json::error::extra_data;  // Any error stops the parser.
    return false;
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
  bool on_double(double, json::string_view, json::error_code&) { return true; }
  bool on_bool(bool, json::error_code&) { return true; }
  bool on_null(json::error_code&) { return true; }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }
};

}  // namespace

std::string peek_aggregate(std::string_view request) {
  thread_local json::basic_parser<peeking_handler> parser{json::parse_options{}};
  peeking_handler& handler = parser.handler();
  parser.reset();
  handler.clear();
  json::error_code error;
  parser.write_some(false, request.data(), request.size(), error);
  return handler.found ? handler.text : std::string();
}

}  // namespace jumak::wire
