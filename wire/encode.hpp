#pragma once

#include <string>
#include <string_view>

#include "core/names.hpp"
#include "core/pack.hpp"
#include "core/read_model.hpp"

/// Described structs to JSON, straight into a string: members in the order of their description, absent
/// optional ones left out, nothing ever null.
namespace jumak::wire {

/// A number that knows its own digits, such as `9697.5250`.
template <class Field>
concept number_text_field = requires(const Field& field) {
  { field.number_text() } -> std::convertible_to<std::string>;
};

/// Appends the text in quotes, escaped as RFC 8259 asks. The text must be UTF-8.
void write_text(std::string& out, std::string_view text);
void write_integer(std::string& out, std::int64_t number);
void write_unsigned(std::string& out, std::uint64_t number);

/// Appends `"key":`, after a comma unless it follows an opening brace.
void write_key(std::string& out, std::string_view key);

template <class Value>
void write_json(std::string& out, const Value& value);

namespace encode_detail {

template <class Range>
void write_array(std::string& out, const Range& items) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    write_json(out, item);
  }
  out += ']';
}

template <class Enum>
void write_enum(std::string& out, Enum value) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    if (enumerator.value == value) write_text(out, enumerator.name);
  });
}

template <class Value>
void write_struct(std::string& out, const Value& value) {
  out += '{';
  for_each_member(value, [&](std::string_view member, const auto& field) {
    if constexpr (optional_field<std::remove_cvref_t<decltype(field)>>) {
      if (!field) return;
      write_key(out, member);
      write_json(out, *field);
    } else {
      write_key(out, member);
      write_json(out, field);
    }
  });
  out += '}';
}

template <class Value>
struct is_page : std::false_type {};
template <class Item>
struct is_page<page<Item>> : std::true_type {};

}  // namespace encode_detail

template <class Value>
void write_json(std::string& out, const Value& value) {
  using namespace encode_detail;
  if constexpr (text_field<Value>) {
    write_text(out, value.text());
  } else if constexpr (integer_field<Value>) {
    write_integer(out, value.integer());
  } else if constexpr (number_text_field<Value>) {
    out += value.number_text();
  } else if constexpr (std::same_as<Value, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_enum_v<Value>) {
    write_enum(out, value);
  } else if constexpr (std::unsigned_integral<Value>) {
    write_unsigned(out, value);
  } else if constexpr (std::signed_integral<Value>) {
    write_integer(out, value);
  } else if constexpr (std::convertible_to<const Value&, std::string_view>) {
    write_text(out, value);
  } else if constexpr (std::same_as<Value, timestamp>) {
    write_text(out, to_text(value));
  } else if constexpr (list_field<Value>) {
    write_array(out, value.items());
  } else if constexpr (requires { pack_unsigned(out, value.value()); }) {
    write_unsigned(out, value.value());
  } else if constexpr (vector_field<Value>) {
    write_array(out, value);
  } else if constexpr (is_page<Value>::value) {
    out += "{\"items\":";
    write_array(out, value.items);
    if (value.next) {
      write_key(out, "next");
      write_text(out, *value.next);
    }
    out += '}';
  } else {
    static_assert(described<Value>, "an encoded type is a field, a container of them, or a described struct");
    write_struct(out, value);
  }
}

}  // namespace jumak::wire
