#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <vector>

#include "core/pack.hpp"

/// A value of any described struct with everything in it: no member empty, every optional one there, two items in
/// each list, and no two members alike where their types allow it. So whatever changes its form changes its bytes
/// or its JSON. Always the same for the same description.
namespace jumak::golden {

class sample_maker {
 public:
  template <class Value>
  [[nodiscard]] Value make() {
    if constexpr (packed_field<Value>) {
      return first_of<Value>([](std::int64_t number) { return Value::from_packed(number); }, {20'000 + next(), last_});
    } else if constexpr (integer_field<Value>) {
      return first_of<Value>([](std::int64_t number) { return Value::from_integer(number); },
                             {200 + next(), last_, 2, 1, 0});
    } else if constexpr (text_field<Value>) {
      return make_text<Value>();
    } else if constexpr (std::same_as<Value, bool>) {
      return true;
    } else if constexpr (std::is_enum_v<Value>) {
      return last_enumerator<Value>();
    } else if constexpr (std::integral<Value>) {
      return static_cast<Value>(std::in_range<Value>(1'000) ? 1'000 + next() : next());
    } else if constexpr (std::same_as<Value, std::string>) {
      return "x-" + std::to_string(next());
    } else if constexpr (std::same_as<Value, timestamp>) {
      return timestamp(std::chrono::microseconds(1'800'000'000'000'000 + next()));
    } else if constexpr (optional_field<Value>) {
      return make<typename Value::value_type>();
    } else if constexpr (requires(const Value& value, std::string& out) { pack_unsigned(out, value.value()); }) {
      return Value(static_cast<std::uint64_t>(1'000 + next()));
    } else if constexpr (list_field<Value>) {
      return given(Value::from_items(two<typename Value::item>()), typeid(Value));
    } else if constexpr (vector_field<Value>) {
      return two<typename Value::value_type>();
    } else {
      static_assert(described<Value>);
      Value value;
      for_each_member(value, [&](std::string_view, auto& member) { member = make<std::remove_cvref_t<decltype(member)>>(); });
      return value;
    }
  }

 private:
  std::int64_t next() { return ++last_; }

  template <class Value>
  static Value given(std::optional<Value> value, const std::type_info& type) {
    if (!value) throw std::logic_error(std::string("sample_maker knows no value of ") + type.name());
    return *value;
  }
  template <class Value, class From>
  static Value first_of(From from, const std::vector<std::int64_t>& numbers) {
    std::optional<Value> value;
    for (const std::int64_t number : numbers) {
      if (!value) value = from(number);
    }
    return given(std::move(value), typeid(Value));
  }
  /// A name or free text, three capital letters, or the name of a time zone.
  template <class Value>
  Value make_text() {
    const auto letter = static_cast<char>('A' + next() % 26);
    std::optional<Value> value;
    for (const std::string& text : {"x-" + std::to_string(last_), std::string("QX") + letter, std::string("Europe/Lisbon")}) {
      if (!value) value = Value::from_text(text);
    }
    return given(std::move(value), typeid(Value));
  }
  template <class Value>
  static Value last_enumerator() {
    Value last{};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Value>>([&](auto enumerator) { last = enumerator.value; });
    return last;
  }
  template <class Item>
  std::vector<Item> two() {
    std::vector<Item> items;
    for (int each = 0; each < 2; ++each) items.push_back(make<Item>());
    return items;
  }

  std::int64_t last_ = 0;
};

template <class Value>
[[nodiscard]] Value sample_of() {
  return sample_maker().make<Value>();
}

}  // namespace jumak::golden
