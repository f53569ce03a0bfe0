#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/fields.hpp"
#include "core/packed_bytes.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"

/// Packed form of described structs: what events look like on disk and on the feed.
///
///   struct   := its members in the order of their description, nothing between
///   unsigned := LEB128, at most 10 bytes         signed := zigzag, then as unsigned
///   text     := unsigned length, bytes           vector := unsigned count, items
///   optional := 0 | 1 value                      bool   := 0 | 1       enum := unsigned
///   map      := unsigned count, key and value of each, in the order of the keys
///
/// It has no names and no types in it: the reader must know the schema number that was written.
namespace jumak {

/// A type with a shorter packed form than its text, such as a date.
template <class Field>
concept packed_field = requires(const Field& field, std::int64_t number) {
  { field.packed() } -> std::same_as<std::int64_t>;
  { Field::from_packed(number) } -> std::same_as<std::optional<Field>>;
};

template <class Value>
concept described = boost::describe::has_describe_members<Value>::value && !std::is_enum_v<Value>;

namespace pack_detail {
template <class Value>
struct is_vector : std::false_type {};
template <class Item>
struct is_vector<std::vector<Item>> : std::true_type {};
template <class Value>
struct is_map : std::false_type {};
template <class Key, class Item>
struct is_map<std::map<Key, Item>> : std::true_type {};
template <class Value>
struct is_optional : std::false_type {};
template <class Item>
struct is_optional<std::optional<Item>> : std::true_type {};
}  // namespace pack_detail

template <class Value>
concept vector_field = pack_detail::is_vector<Value>::value;
template <class Value>
concept map_field = pack_detail::is_map<Value>::value;
template <class Value>
concept optional_field = pack_detail::is_optional<Value>::value;

/// Calls `visit(member_name, value.member)` for each described member in order.
template <class Value, class Visitor>
  requires described<std::remove_const_t<Value>>
void for_each_member(Value& value, Visitor&& visit) {
  using plain = std::remove_const_t<Value>;
  boost::mp11::mp_for_each<boost::describe::describe_members<plain, boost::describe::mod_public>>(
      [&](auto member) { visit(std::string_view(member.name), value.*member.pointer); });
}

template <class Value>
void pack(std::string& out, const Value& value) {
  if constexpr (packed_field<Value>) {
    pack_signed(out, value.packed());
  } else if constexpr (integer_field<Value>) {
    pack_signed(out, value.integer());
  } else if constexpr (text_field<Value>) {
    pack_text(out, value.text());
  } else if constexpr (std::same_as<Value, bool>) {
    out.push_back(value ? '\1' : '\0');
  } else if constexpr (std::is_enum_v<Value>) {
    pack_unsigned(out, static_cast<std::uint64_t>(value));
  } else if constexpr (std::unsigned_integral<Value>) {
    pack_unsigned(out, value);
  } else if constexpr (std::signed_integral<Value>) {
    pack_signed(out, value);
  } else if constexpr (std::same_as<Value, std::string>) {
    pack_text(out, value);
  } else if constexpr (std::same_as<Value, timestamp>) {
    pack_signed(out, value.time_since_epoch().count());
  } else if constexpr (optional_field<Value>) {  // Before the next: an optional number has a value(), too.
    out.push_back(value ? '\1' : '\0');
    if (value) pack(out, *value);
  } else if constexpr (requires { pack_unsigned(out, value.value()); }) {
    pack_unsigned(out, value.value());
  } else if constexpr (list_field<Value>) {
    pack(out, value.items());
  } else if constexpr (vector_field<Value>) {
    pack_unsigned(out, value.size());
    for (const auto& item : value) pack(out, item);
  } else if constexpr (map_field<Value>) {
    pack_unsigned(out, value.size());
    for (const auto& [key, item] : value) {
      pack(out, key);
      pack(out, item);
    }
  } else {
    static_assert(described<Value>, "a packed type is a field, a container of them, or a described struct");
    for_each_member(value, [&](std::string_view, const auto& member) { pack(out, member); });
  }
}

template <class Value>
void unpack(unpacker& in, Value& value);

namespace pack_detail {

template <class Value>
void assign_or_fail(unpacker& in, Value& value, std::optional<Value> read) {
  if (read) {
    value = std::move(*read);
  } else {
    in.fail();
  }
}

template <class Value>
void unpack_enum(unpacker& in, Value& value) {
  const std::uint64_t number = in.read_unsigned();
  bool known = false;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Value>>(
      [&](auto enumerator) { known = known || static_cast<std::uint64_t>(enumerator.value) == number; });
  if (!known) return in.fail();
  value = static_cast<Value>(number);
}

/// A number that its type cannot hold was never written from it.
template <class Value, class Number>
void assign_narrowed(unpacker& in, Value& value, Number number) {
  if (!std::in_range<Value>(number)) return in.fail();
  value = static_cast<Value>(number);
}

/// The byte of a bool or before an optional value.
inline bool read_flag(unpacker& in) noexcept {
  const std::uint8_t flag = in.read_byte();
  if (flag > 1) in.fail();
  return flag == 1;
}

template <class Item>
void unpack_vector(unpacker& in, std::vector<Item>& items) {
  const std::uint64_t count = in.read_unsigned();
  // Every item takes a byte at least, so a hostile count cannot ask for more memory than there are bytes.
  if (count > in.remaining()) return in.fail();
  items.clear();
  items.reserve(count);
  for (std::uint64_t index = 0; index < count && !in.failed(); ++index) unpack(in, items.emplace_back());
}

/// Only of keys in ascending order, as they were written: equal maps have equal bytes.
template <class Key, class Item>
void unpack_map(unpacker& in, std::map<Key, Item>& items) {
  items.clear();
  for (std::uint64_t left = in.read_unsigned(); left > 0 && !in.failed(); --left) {
    Key key{};
    unpack(in, key);
    if (!items.empty() && !(items.rbegin()->first < key)) return in.fail();
    unpack(in, items.emplace_hint(items.end(), std::move(key), Item{})->second);
  }
}

}  // namespace pack_detail

template <class Value>
void unpack(unpacker& in, Value& value) {
  if constexpr (packed_field<Value>) {
    pack_detail::assign_or_fail(in, value, Value::from_packed(in.read_signed()));
  } else if constexpr (integer_field<Value>) {
    pack_detail::assign_or_fail(in, value, Value::from_integer(in.read_signed()));
  } else if constexpr (text_field<Value>) {
    const std::string_view text = in.read_text();
    // An empty field (a default-made value) was never validated by from_text.
    text.empty() ? void(value = Value{}) : pack_detail::assign_or_fail(in, value, Value::from_text(text));
  } else if constexpr (std::same_as<Value, bool>) {
    value = pack_detail::read_flag(in);
  } else if constexpr (std::is_enum_v<Value>) {
    pack_detail::unpack_enum(in, value);
  } else if constexpr (std::unsigned_integral<Value>) {
    pack_detail::assign_narrowed(in, value, in.read_unsigned());
  } else if constexpr (std::signed_integral<Value>) {
    pack_detail::assign_narrowed(in, value, in.read_signed());
  } else if constexpr (std::same_as<Value, std::string>) {
    value = std::string(in.read_text());
  } else if constexpr (std::same_as<Value, timestamp>) {
    value = timestamp(std::chrono::microseconds(in.read_signed()));
  } else if constexpr (optional_field<Value>) {
    pack_detail::read_flag(in) ? unpack(in, value.emplace()) : value.reset();
  } else if constexpr (requires { pack_unsigned(std::declval<std::string&>(), value.value()); }) {
    value = Value(in.read_unsigned());
  } else if constexpr (list_field<Value>) {
    std::vector<typename Value::item> items;
    pack_detail::unpack_vector(in, items);
    pack_detail::assign_or_fail(in, value, Value::from_items(std::move(items)));
  } else if constexpr (vector_field<Value>) {
    pack_detail::unpack_vector(in, value);
  } else if constexpr (map_field<Value>) {
    pack_detail::unpack_map(in, value);
  } else {
    static_assert(described<Value>, "a packed type is a field, a container of them, or a described struct");
    for_each_member(value, [&](std::string_view, auto& member) { unpack(in, member); });
  }
}

/// The packed form of one value.
template <class Value>
[[nodiscard]] std::string packed(const Value& value) {
  constexpr std::size_t usual_size = 256;  // Of an event; a text that grows to it byte by byte moves five times.
  std::string out;
  out.reserve(usual_size);
  pack(out, value);
  return out;
}

/// Reads the value whose packed form is exactly `bytes`; false, and a half-read value, when they do not fit.
template <class Value>
[[nodiscard]] bool unpack_whole(std::string_view bytes, Value& value) {
  unpacker in(bytes);
  unpack(in, value);
  return in.done();
}

/// The value whose packed form is exactly `bytes`; nothing when they do not fit.
template <class Value>
[[nodiscard]] std::optional<Value> unpacked(std::string_view bytes) {
  std::optional<Value> value(std::in_place);
  if (!unpack_whole(bytes, *value)) value.reset();
  return value;
}

}  // namespace jumak
