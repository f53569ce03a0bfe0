#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/decider.hpp"
#include "core/pack.hpp"
#include "core/timestamp.hpp"

/// Described values as text for people who read a failed test.
namespace jumak::testing {

template <class Value>
void describe_to(std::string& out, const Value& value) {
  if constexpr (std::is_same_v<Value, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<Value>) {
    out += std::to_string(value);
  } else if constexpr (integer_field<Value>) {
    out += std::to_string(value.integer());
  } else if constexpr (requires { std::string(value.text()); }) {
    out += "\"" + std::string(value.text()) + "\"";
  } else if constexpr (std::is_same_v<Value, timestamp>) {
    out += to_text(value);
  } else if constexpr (std::is_same_v<Value, std::string>) {
    out += "\"" + value + "\"";
  } else if constexpr (std::is_same_v<Value, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<Value>) {
    out += std::to_string(value);
  } else if constexpr (list_field<Value>) {
    describe_to(out, value.items());
  } else if constexpr (std::is_enum_v<Value>) {
    out += boost::describe::enum_to_string(value, "?");
  } else if constexpr (vector_field<Value>) {
    out += "[";
    for (const auto& item : value) {
      describe_to(out, item);
      out += " ";
    }
    out += "]";
  } else if constexpr (optional_field<Value>) {
    value ? describe_to(out, *value) : void(out += "-");
  } else if constexpr (requires(std::string& bytes) { pack_unsigned(bytes, value.value()); }) {
    out += std::to_string(value.value());
  } else {
    out += "{";
    for_each_member(value, [&](std::string_view name, const auto& member) {
      out.append(name).append(": ");
      describe_to(out, member);
      out += ", ";
    });
    out += "}";
  }
}

/// One command or event with its type, for example `RoomAdded {room: "101", room_type: "double", }`.
template <class... Alternatives>
std::string described_as_text(const std::variant<Alternatives...>& value) {
  return std::visit(
      [](const auto& which) {
        std::string out(std::remove_cvref_t<decltype(which)>::type);
        out += " ";
        describe_to(out, which);
        return out;
      },
      value);
}

inline std::string described_as_text(const rejection& refused) {
  std::string out = refused.code + " \"" + refused.message + "\" {";
  for (const detail& fact : refused.details) {
    out += fact.key + ": ";
    std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>) {
            out += value;
          } else {
            out += std::to_string(value);
          }
        },
        fact.value);
    out += ", ";
  }
  return out + "}";
}

template <class Event>
std::string described_as_text(const decision<Event>& decided) {
  if (!decided) {
    return "  rejected: " + described_as_text(decided.error()) + "\n";
  }
  std::string out = decided->empty() ? "  no events\n" : "";
  for (const Event& event : *decided) {
    out += "  " + described_as_text(event) + "\n";
  }
  return out;
}

}  // namespace jumak::testing
