#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/names.hpp"
#include "core/pack.hpp"
#include "wire/decode.hpp"

/// Random values of described types, made from the descriptions: every value is one a client could send. Few names,
/// small numbers and near dates, so that commands meet each other; limits now and then. RapidCheck shrinks them.
/// Only inside a property or a generator, for it draws with `*gen`.
namespace jumak::testing {

/// When random histories begin.
inline constexpr timestamp random_start{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}};

/// Texts that a field type may take, for types that take none of the usual ones: specialize it for them.
template <class Field>
struct sample_texts {
  [[nodiscard]] static std::vector<std::string> all() {
    return {"a", "b", "c", "A longer text, 주막", "EUR", "KRW", "Asia/Seoul", "UTC"};
  }
};
template <>
struct sample_texts<name> {
  [[nodiscard]] static std::vector<std::string> all() { return {"a", "b", "c"}; }
};

template <class Value>
[[nodiscard]] Value any_value();

namespace any_detail {

template <class Field>
[[nodiscard]] std::vector<Field> valid_samples() {
  std::vector<Field> valid;
  for (const std::string& text : sample_texts<Field>::all()) {
    if (auto read = Field::from_text(text)) valid.push_back(*std::move(read));
  }
  return valid;
}

template <class Field>
[[nodiscard]] Field any_text() {
  static const std::vector<Field> samples = valid_samples<Field>();
  RC_PRE(!samples.empty());  // Else nothing can be made: specialize sample_texts.
  return samples[*rc::gen::inRange<std::size_t>(0, samples.size())];
}

/// Mostly the ten least above 0 or the lower limit, at times a limit.
template <class Field>
[[nodiscard]] Field any_integer() {
  constexpr std::int64_t least = Field::least;
  constexpr std::int64_t most = Field::most;
  constexpr std::int64_t from = least > 0 ? least : 0;
  if (*rc::gen::inRange(0, 8) == 7) return *Field::from_integer(*rc::gen::element(least, most));
  return *Field::from_integer(from + *rc::gen::inRange<std::int64_t>(0, std::min<std::int64_t>(most - from, 10) + 1));
}

template <class Enum>
[[nodiscard]] Enum any_enumerator() {
  std::vector<Enum> all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto enumerator) { all.push_back(enumerator.value); });
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

template <class Item>
[[nodiscard]] std::vector<Item> any_items(std::size_t least) {
  std::vector<Item> items;
  for (std::size_t left = least + *rc::gen::inRange<std::size_t>(0, 3); left > 0; --left) {
    items.push_back(any_value<Item>());
  }
  return items;
}

/// A list that its type takes: one item of it, if the first try has a rule against it.
template <class List>
[[nodiscard]] List any_list() {
  std::vector<typename List::item> items = any_items<typename List::item>(1);
  if (auto made = List::from_items(items)) return *std::move(made);
  return List::from_items({items.front()}).value_or(List{});
}

template <class Struct>
[[nodiscard]] Struct any_members() {
  Struct made{};
  for_each_member(made, [](std::string_view, auto& member) {
    member = any_value<std::remove_reference_t<decltype(member)>>();
  });
  return made;
}

/// Draws again where a rule over several fields is broken, up to a limit.
template <class Struct>
[[nodiscard]] Struct any_struct() {
  Struct made = any_members<Struct>();
  if constexpr (wire::checked_struct<Struct>) {
    constexpr int draws_max = 100;
    for (int draws = 1; Struct::check(made) && draws < draws_max; ++draws) made = any_members<Struct>();
    RC_PRE(!Struct::check(made));
  }
  return made;
}

}  // namespace any_detail

/// The cases are those of wire::decode.
template <class Value>
Value any_value() {
  using namespace any_detail;
  if constexpr (std::same_as<Value, date>) {
    return date(std::chrono::floor<std::chrono::days>(random_start)).plus_days(*rc::gen::inRange(0, 9) - 1);
  } else if constexpr (text_field<Value>) {
    return any_text<Value>();
  } else if constexpr (integer_field<Value>) {
    return any_integer<Value>();
  } else if constexpr (list_field<Value>) {
    return any_list<Value>();
  } else if constexpr (std::same_as<Value, bool>) {
    return *rc::gen::arbitrary<bool>();
  } else if constexpr (std::is_enum_v<Value>) {
    return any_enumerator<Value>();
  } else if constexpr (std::same_as<Value, timestamp>) {
    return random_start + std::chrono::seconds(*rc::gen::inRange(0, 1'000'000));
  } else if constexpr (std::same_as<Value, std::string>) {
    return *rc::gen::element<std::string>("", "a", "b");
  } else if constexpr (std::integral<Value>) {
    return static_cast<Value>(*rc::gen::inRange(0, 100));
  } else if constexpr (requires(std::string& out, const Value& value) { pack_unsigned(out, value.value()); }) {
    return Value(static_cast<std::uint64_t>(*rc::gen::inRange(0, 100)));
  } else if constexpr (optional_field<Value>) {
    return *rc::gen::arbitrary<bool>() ? Value(any_value<typename Value::value_type>()) : Value();
  } else if constexpr (vector_field<Value>) {
    return any_items<typename Value::value_type>(0);
  } else {
    static_assert(described<Value>, "a random type is a field, a container of them, or a described struct");
    return any_struct<Value>();
  }
}

/// One alternative of a variant of described structs, such as a command.
template <class Variant>
[[nodiscard]] Variant any_alternative() {
  // At full size from the first case on, or the last alternatives would hardly ever come.
  const std::size_t index = *rc::gen::resize(
      rc::kNominalSize, rc::gen::inRange<std::size_t>(0, std::variant_size_v<Variant>));
  return boost::mp11::mp_with_index<std::variant_size_v<Variant>>(index, [](auto at) {
    return Variant(std::in_place_index<at>, any_value<std::variant_alternative_t<at, Variant>>());
  });
}

}  // namespace jumak::testing
