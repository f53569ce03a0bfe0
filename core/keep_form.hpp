#pragma once

#include "core/form.hpp"
#include "core/keep.hpp"

/// What kept bytes mean, as text: bytes are restored by a type of equal form only. Members of plain structs have no
/// names here, so two of one type that change places are not seen: then raise the `rules` of whoever keeps them.
namespace jumak {

template <class Value>
void write_kept_form(std::string& out);

namespace keep_detail {

template <class... Members>
void write_all(std::string& out, std::type_identity<std::tuple<Members...>>) {
  (write_kept_form<std::remove_cvref_t<Members>>(out), ...);
}

template <class Value, std::size_t... Places>
void write_members(std::string& out, std::index_sequence<Places...>) {
  (write_kept_form<boost::pfr::tuple_element_t<Places, Value>>(out), ...);
}

}  // namespace keep_detail

/// Appends the form of a type that keep() takes; the cases are in keep()'s order.
template <class Value>
void write_kept_form(std::string& out) {
  using namespace keep_detail;
  if constexpr (keeps_itself<Value>) {
    out.append(typeid(Value).name()) += ' ';
    if constexpr (requires { typename Value::kept_item; }) write_kept_form<typename Value::kept_item>(out);
  } else if constexpr (keeps_members<Value>) {
    out += '(';
    write_all(out, std::type_identity<decltype(Value::kept(std::declval<const Value&>()))>());
    out += ')';
  } else if constexpr (std::is_enum_v<Value>) {
    out.append(typeid(Value).name()) += ' ';
  } else if constexpr (packs<Value>) {
    write_form<Value>(out);
    out += ' ';
  } else if constexpr (optional_field<Value>) {
    out += '?';
    write_kept_form<typename Value::value_type>(out);
  } else if constexpr (made_of<Value, std::unique_ptr>) {
    out += '?';
    write_kept_form<typename Value::element_type>(out);
  } else if constexpr (is_array<Value>) {
    out += std::to_string(std::tuple_size_v<Value>) + '*';
    write_kept_form<typename Value::value_type>(out);
  } else if constexpr (made_of<Value, std::map> || hashed<Value>) {
    out += "[:";
    write_kept_form<typename Value::key_type>(out);
    write_kept_form<typename Value::mapped_type>(out);
    out += ']';
  } else if constexpr (made_of<Value, std::pair>) {
    write_kept_form<typename Value::first_type>(out);
    write_kept_form<typename Value::second_type>(out);
  } else if constexpr (made_of<Value, std::vector> || made_of<Value, std::set>) {
    out += '[';
    write_kept_form<typename Value::value_type>(out);
    out += ']';
  } else {
    out += '{';
    write_members<Value>(out, std::make_index_sequence<boost::pfr::tuple_size_v<Value>>());
    out += '}';
  }
}

template <class Value>
[[nodiscard]] std::string kept_form_of() {
  std::string out;
  write_kept_form<Value>(out);
  return out;
}

}  // namespace jumak
