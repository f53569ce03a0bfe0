#include "wire/encode.hpp"

#include <algorithm>
#include <charconv>

namespace jumak::wire {
namespace {

bool needs_escape(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

void write_escaped(std::string& out, char letter) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (letter) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  const auto code = static_cast<unsigned char>(letter);
  out += "\\u00";
  out += digits[code >> 4];
  out += digits[code & 0xF];
}

template <class Number>
void write_number(std::string& out, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const auto stop = std::ranges::find_if(text, needs_escape);
    const auto plain = static_cast<std::size_t>(stop - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    write_escaped(out, text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

void write_integer(std::string& out, std::int64_t number) { write_number(out, number); }
void write_unsigned(std::string& out, std::uint64_t number) { write_number(out, number); }

void write_key(std::string& out, std::string_view key) {
  if (out.empty() || out.back() != '{') out += ',';
  out += '"';
  out += key;
  out += "\":";
}

}  // namespace jumak::wire
