#pragma once

#include <string>
#include <type_traits>
#include <typeinfo>

#include "core/pack.hpp"

/// What the packed bytes of a type mean, as text: two types of equal form read each other's bytes alike.
///
///   form := `{` name `:` form `,` … `}`       a described struct, its members in order
///         | `[` form `]` | `?` form           a list, an optional value
///         | `(` name `=` number `,` … `)`     an enumeration
///         | `<` form form `>`                  a map
///         | the C++ type's name               a field by itself
///
/// It changes when a member is added, taken away, moved, renamed or given another type. That a rule changed
/// it cannot see. The text may differ between compilers.
namespace jumak {

template <class Value>
void write_form(std::string& out);

namespace form_detail {

template <class Struct, class Member>
std::type_identity<Member> member_of(Member Struct::*);

template <class Enum>
void write_enumerators(std::string& out) {
  out += '(';
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    out.append(enumerator.name).append("=").append(std::to_string(static_cast<std::uint64_t>(enumerator.value))) += ',';
  });
  out += ')';
}

template <class Value>
void write_members(std::string& out) {
  out += '{';
  boost::mp11::mp_for_each<boost::describe::describe_members<Value, boost::describe::mod_public>>([&](auto member) {
    out.append(member.name) += ':';
    write_form<typename decltype(member_of(member.pointer))::type>(out);
    out += ',';
  });
  out += '}';
}

template <class Value>
inline constexpr bool is_one_field = packed_field<Value> || integer_field<Value> || text_field<Value>;

}  // namespace form_detail

/// Appends the form of a type that pack() takes; the cases are in pack()'s order.
template <class Value>
void write_form(std::string& out) {
  if constexpr (form_detail::is_one_field<Value>) {
    out += typeid(Value).name();
  } else if constexpr (std::is_enum_v<Value>) {
    form_detail::write_enumerators<Value>(out);
  } else if constexpr (optional_field<Value>) {
    out += '?';
    write_form<typename Value::value_type>(out);
  } else if constexpr (list_field<Value>) {
    out += '[';
    write_form<typename Value::item>(out);
    out += ']';
  } else if constexpr (vector_field<Value>) {
    out += '[';
    write_form<typename Value::value_type>(out);
    out += ']';
  } else if constexpr (map_field<Value>) {
    out += '<';
    write_form<typename Value::key_type>(out);
    write_form<typename Value::mapped_type>(out);
    out += '>';
  } else if constexpr (described<Value>) {
    form_detail::write_members<Value>(out);
  } else {
    out += typeid(Value).name();
  }
}

template <class Value>
[[nodiscard]] std::string form_of() {
  std::string out;
  write_form<Value>(out);
  return out;
}

}  // namespace jumak
