#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <string>
#include <type_traits>

#include "core/error.hpp"
#include "core/pack.hpp"
#include "core/read_model.hpp"
#include "domain/views/decimal4.hpp"

/// Answers as text, so that a test can say exactly what it wants: `{room:"101",status:clean}`.
/// Absent members are left out, as on the wire.
namespace jumak::hotel::testing {

template <class Value>
void answer_to(std::string& out, const Value& value);

template <class Item>
void list_to(std::string& out, const std::vector<Item>& items) {
  out += '[';
  for (const Item& item : items) {
    out += &item == &items.front() ? "" : ",";
    answer_to(out, item);
  }
  out += ']';
}

template <class Value>
void members_to(std::string& out, const Value& value) {
  out += '{';
  for_each_member(value, [&](std::string_view name, const auto& member) {
    if constexpr (optional_field<std::remove_cvref_t<decltype(member)>>) {
      if (!member) {
        return;
      }
    }
    out += out.ends_with('{') ? "" : ",";
    out.append(name).append(":");
    answer_to(out, member);
  });
  out += '}';
}

template <class Value>
void answer_to(std::string& out, const Value& value) {
  if constexpr (std::same_as<Value, std::string>) {
    out += '"' + value + '"';
  } else if constexpr (std::same_as<Value, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_enum_v<Value>) {
    out += boost::describe::enum_to_string(value, "?");
  } else if constexpr (std::integral<Value>) {
    out += std::to_string(value);
  } else if constexpr (integer_field<Value>) {
    out += std::to_string(value.integer());
  } else if constexpr (std::same_as<Value, views::decimal4>) {
    out += value.number_text();
  } else if constexpr (std::same_as<Value, timestamp>) {
    out += to_text(value).substr(0, 16);
  } else if constexpr (std::same_as<Value, date>) {
    out += value.text();
  } else if constexpr (optional_field<Value>) {
    answer_to(out, *value);
  } else if constexpr (vector_field<Value>) {
    list_to(out, value);
  } else if constexpr (requires {
                         value.items;
                         value.next;
                       }) {
    list_to(out, value.items);
    out += value.next ? " more" : "";
  } else if constexpr (described<Value>) {
    members_to(out, value);
  } else {
    out += std::to_string(value.value());
  }
}

/// The answer, or the error as `not_found: …`.
template <class Answer>
[[nodiscard]] std::string answer_text(const result<Answer>& answer) {
  if (!answer) {
    return std::string(name_of(answer.error().code)) + ": " + answer.error().message;
  }
  std::string out;
  answer_to(out, *answer);
  return out;
}

}  // namespace jumak::hotel::testing
