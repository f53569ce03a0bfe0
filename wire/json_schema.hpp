#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "wire/decode.hpp"
#include "wire/encode.hpp"

/// What JSON a type takes and gives, as a JSON Schema (draft 2020-12, and what AsyncAPI 3 takes), read off its
/// description: the cases are those of decode and encode.
namespace jumak::wire {

template <class Value>
[[nodiscard]] boost::json::object json_schema();

namespace schema_detail {

template <class Value>
[[nodiscard]] boost::json::object text_schema() {
  boost::json::object schema{{"type", "string"}};
  if constexpr (std::same_as<Value, date>) schema["format"] = "date";
  if constexpr (requires { Value::pattern; }) schema["pattern"] = std::string_view(Value::pattern);
  if constexpr (requires { Value::length_max; }) {
    schema["minLength"] = 1;
    schema["maxLength"] = Value::length_max;
  }
  schema["description"] = std::string_view(Value::expected);
  return schema;
}

template <class Value>
[[nodiscard]] boost::json::object integer_schema() {
  boost::json::object schema{{"type", "integer"}};
  if constexpr (requires { Value::least; }) {
    schema["minimum"] = Value::least;
    schema["maximum"] = Value::most;
  }
  return schema;
}

template <class Enum>
[[nodiscard]] boost::json::object enum_schema() {
  boost::json::array names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto enumerator) { names.emplace_back(enumerator.name); });
  return {{"type", "string"}, {"enum", std::move(names)}};
}

template <class Item>
[[nodiscard]] boost::json::object array_schema() {
  return {{"type", "array"}, {"items", json_schema<Item>()}};
}

template <class Value>
[[nodiscard]] boost::json::object list_schema() {
  boost::json::object schema = array_schema<typename Value::item>();
  schema["description"] = std::string_view(Value::expected);
  return schema;
}

template <class Page>
[[nodiscard]] boost::json::object page_schema() {
  return {{"type", "object"},
          {"properties",
           {{"items", array_schema<typename Page::item>()}, {"next", boost::json::object{{"type", "string"}}}}},
          {"required", {"items"}},
          {"additionalProperties", false}};
}

template <class Member>
struct plain_member {
  using type = Member;
};
template <class Member>
struct plain_member<std::optional<Member>> {
  using type = Member;
};

template <class Value>
[[nodiscard]] boost::json::object struct_schema() {
  boost::json::object properties;
  boost::json::array required;
  Value value{};
  for_each_member(value, [&](std::string_view member, auto& field) {
    using type = std::remove_cvref_t<decltype(field)>;
    properties[member] = json_schema<typename plain_member<type>::type>();
    if constexpr (!optional_field<type>) required.emplace_back(member);
  });
  boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace schema_detail

/// The schema of one type; a description where the type says what it expects beyond what a schema can say.
template <class Value>
boost::json::object json_schema() {
  using namespace schema_detail;
  if constexpr (text_field<Value>) {
    return text_schema<Value>();
  } else if constexpr (integer_field<Value>) {
    return integer_schema<Value>();
  } else if constexpr (number_text_field<Value>) {
    return {{"type", "number"}};
  } else if constexpr (std::same_as<Value, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_enum_v<Value>) {
    return enum_schema<Value>();
  } else if constexpr (std::unsigned_integral<Value>) {
    return {{"type", "integer"}, {"minimum", 0}};
  } else if constexpr (std::signed_integral<Value>) {
    return {{"type", "integer"}};
  } else if constexpr (std::convertible_to<const Value&, std::string_view>) {
    return {{"type", "string"}};
  } else if constexpr (std::same_as<Value, timestamp>) {
    return {{"type", "string"}, {"format", "date-time"}};
  } else if constexpr (list_field<Value>) {
    return list_schema<Value>();
  } else if constexpr (requires(std::string& out, const Value& value) { pack_unsigned(out, value.value()); }) {
    return {{"type", "integer"}, {"minimum", 0}};
  } else if constexpr (vector_field<Value>) {
    return array_schema<typename Value::value_type>();
  } else if constexpr (encode_detail::is_page<Value>::value) {
    return page_schema<Value>();
  } else {
    static_assert(described<Value>, "a type with a schema is a field, a container of them, or a described struct");
    return struct_schema<Value>();
  }
}

}  // namespace jumak::wire
