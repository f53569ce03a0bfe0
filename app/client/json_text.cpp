#include "app/client/json_text.hpp"

#include <algorithm>
#include <cstddef>

namespace jumak::app::client {
namespace {

/// A longer part is broken into lines.
constexpr std::size_t line_length_max = 80;

/// Where the text in quotes that begins at `at` ends, one past its last quote.
std::size_t end_of_quoted(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') {
      ++at;
    }
  }
  return std::min(at + 1, json.size());
}

bool opens(char letter) { return letter == '{' || letter == '['; }
bool closes(char letter) { return letter == '}' || letter == ']'; }
bool is_space(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

/// Breaks one line of JSON into several, in one pass over each level.
class line_breaker {
 public:
  explicit line_breaker(std::string_view json) : json_(json) {}

  std::string all() {
    write_value(0);
    return std::move(out_);
  }

 private:
  /// Where the value that begins at `at_` ends, and whether it holds no other object or array.
  struct extent {
    std::size_t end;
    bool flat;
  };
  [[nodiscard]] extent measure() const {
    std::size_t depth = 0;
    bool flat = true;
    std::size_t at = at_;
    while (at < json_.size()) {
      const char letter = json_[at];
      if (depth == 0 && (letter == ',' || closes(letter))) {
        break;  // of a plain value
      }
      at = letter == '"' ? end_of_quoted(json_, at) : at + 1;
      if (opens(letter)) {
        flat = flat && depth == 0;
        ++depth;
      } else if (closes(letter) && --depth == 0) {
        break;
      }
    }
    return {at, flat};
  }

  void write_value(std::size_t indent) {
    const extent value = measure();
    const bool structured = at_ < json_.size() && opens(json_[at_]);
    if (structured && !(value.flat && value.end - at_ <= line_length_max)) {
      write_lines(indent);
    } else {
      copy_to(value.end);
    }
  }

  void write_lines(std::size_t indent) {
    const bool is_object = json_[at_] == '{';
    do {
      copy_to(at_ + 1);  // the bracket, or the comma behind the item before
      out_ += '\n' + std::string(indent + 2, ' ');
      if (is_object) {
        copy_to(end_of_quoted(json_, at_) + 1);
        out_ += ' ';
      }
      write_value(indent + 2);
    } while (at_ < json_.size() && json_[at_] == ',');
    out_ += '\n' + std::string(indent, ' ');
    copy_to(at_ + 1);
  }

  void copy_to(std::size_t end) {
    end = std::min(end, json_.size());
    out_ += json_.substr(at_, end - at_);
    at_ = end;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string one_line(std::string_view json) {
  std::string line;
  line.reserve(json.size());
  std::size_t at = 0;
  while (at < json.size()) {
    const std::size_t end = json[at] == '"' ? end_of_quoted(json, at) : at + 1;
    if (!is_space(json[at])) {
      line += json.substr(at, end - at);
    }
    at = end;
  }
  return line;
}

std::string pretty(std::string_view json) {
  const std::string line = one_line(json);
  return line_breaker(line).all();
}

}  // namespace jumak::app::client
