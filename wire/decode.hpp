#pragma once

#include <boost/json/value.hpp>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/pack.hpp"

/// JSON to described structs, strictly: every field must be there unless optional, no other field may be,
/// and each has exactly its type. The error names the field by its path and says what was expected.
namespace jumak::wire {

/// A struct with a rule over several fields: `check` gives the complaint, or nothing.
template <class Value>
concept checked_struct = requires(const Value& value) {
  { Value::check(value) } -> std::same_as<std::optional<std::string>>;
};

/// The way from the root to the value being read, kept on the stack and spelled out only for errors.
struct json_path {
  const json_path* parent = nullptr;  ///< None: the root, whose `member` may be empty.
  std::string_view member;
  std::optional<std::size_t> index = std::nullopt;  ///< Of an item of an array, which has no `member`.

  [[nodiscard]] std::string text() const;
};

/// Collects the first complaint.
class decode_complaint {
 public:
  bool expected(const json_path& path, std::string_view what);
  bool say(std::string sentence);
  [[nodiscard]] std::string take() noexcept { return std::move(sentence_); }

 private:
  std::string sentence_;
};

/// Refuses the members of `object` that are not in `known`; true when there are none.
bool refuse_unknown_members(const boost::json::object& object, const std::vector<std::string_view>& known,
                            const json_path& path, decode_complaint& complaint);

/// The text of a value, or a complaint.
const boost::json::string* as_text(const boost::json::value& value);

/// The value as a whole number of 64 bits with sign, if it is one.
std::optional<std::int64_t> as_integer(const boost::json::value& value);
std::optional<std::uint64_t> as_unsigned(const boost::json::value& value);

template <class Value>
bool decode_value(const boost::json::value& from, Value& into, const json_path& path, decode_complaint& complaint);

namespace decode_detail {

template <class Value>
bool take(std::optional<Value> read, Value& into, std::string_view expected, const json_path& path,
          decode_complaint& complaint) {
  if (!read) return complaint.expected(path, expected);
  into = std::move(*read);
  return true;
}

template <class Value>
bool decode_text(const boost::json::value& from, Value& into, const json_path& path, decode_complaint& complaint) {
  const boost::json::string* text = as_text(from);
  if (text == nullptr) return complaint.expected(path, Value::expected);
  return take(Value::from_text({text->data(), text->size()}), into, Value::expected, path, complaint);
}

template <class Value>
bool decode_integer(const boost::json::value& from, Value& into, const json_path& path, decode_complaint& complaint) {
  const auto number = as_integer(from);
  if (number) {
    if (auto read = Value::from_integer(*number)) {
      into = *read;
      return true;
    }
  }
  return complaint.expected(path, Value::expected());
}

template <class Enum>
bool decode_enum(const boost::json::value& from, Enum& into, const json_path& path, decode_complaint& complaint) {
  const boost::json::string* text = as_text(from);
  bool found = false;
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    if (text != nullptr && std::string_view(text->data(), text->size()) == enumerator.name) {
      into = enumerator.value;
      found = true;
    }
    names += names.empty() ? "one of " : ", ";
    names += enumerator.name;
  });
  return found || complaint.expected(path, names);
}

template <class Item>
bool decode_array(const boost::json::value& from, std::vector<Item>& into, const json_path& path,
                  decode_complaint& complaint) {
  const boost::json::array* array = from.if_array();
  if (array == nullptr) return complaint.expected(path, "an array");
  into.clear();
  into.reserve(array->size());
  for (std::size_t index = 0; index < array->size(); ++index) {
    if (!decode_value((*array)[index], into.emplace_back(), json_path{&path, {}, index}, complaint)) return false;
  }
  return true;
}

template <class Value>
std::vector<std::string_view> member_names() {
  std::vector<std::string_view> names;
  Value value{};
  for_each_member(value, [&](std::string_view member, auto&) { names.push_back(member); });
  return names;
}

/// Looks members up in an object that mostly has them in the order they are asked for.
class member_finder {
 public:
  explicit member_finder(const boost::json::object& object) noexcept : object_(object), next_(object.begin()) {}

  /// The value of the member, or null.
  const boost::json::value* find(std::string_view member) {
    if (found_ == object_.size()) return nullptr;
    const bool is_next = next_ != object_.end() && next_->key() == member;
    const auto at = is_next ? next_ : object_.find(member);
    if (at == object_.end()) return nullptr;
    ++found_;
    next_ = at + 1;
    return &at->value();
  }
  [[nodiscard]] std::size_t found() const noexcept { return found_; }

 private:
  const boost::json::object& object_;
  boost::json::object::const_iterator next_;
  std::size_t found_ = 0;
};

template <class Member>
bool decode_member(member_finder& members, std::string_view member, Member& into, const json_path& path,
                   decode_complaint& complaint) {
  const boost::json::value* from = members.find(member);
  if (from == nullptr) {
    if constexpr (optional_field<Member>) return true;
    return complaint.say(json_path{&path, member}.text() + ": missing");
  }
  if constexpr (optional_field<Member>) {
    return decode_value(*from, into.emplace(), json_path{&path, member}, complaint);
  } else {
    return decode_value(*from, into, json_path{&path, member}, complaint);
  }
}

template <class Value>
bool decode_struct(const boost::json::object* object, Value& into, const json_path& path,
                   decode_complaint& complaint) {
  if (object == nullptr) return complaint.expected(path, "an object");
  bool good = true;
  member_finder members(*object);
  for_each_member(into, [&](std::string_view member, auto& field) {
    good = good && decode_member(members, member, field, path, complaint);
  });
  if (good && members.found() < object->size()) {
    static const std::vector<std::string_view> known = member_names<Value>();
    good = refuse_unknown_members(*object, known, path, complaint);
  }
  if constexpr (checked_struct<Value>) {
    if (!good) return false;
    if (auto why = Value::check(into)) return complaint.say(path.text() + ": " + *why);
  }
  return good;
}

}  // namespace decode_detail

template <class Value>
bool decode_value(const boost::json::value& from, Value& into, const json_path& path, decode_complaint& complaint) {
  using namespace decode_detail;
  if constexpr (text_field<Value>) {
    return decode_text(from, into, path, complaint);
  } else if constexpr (integer_field<Value>) {
    return decode_integer(from, into, path, complaint);
  } else if constexpr (list_field<Value>) {
    std::vector<typename Value::item> items;
    return decode_array(from, items, path, complaint) &&
           take(Value::from_items(std::move(items)), into, Value::expected, path, complaint);
  } else if constexpr (std::same_as<Value, bool>) {
    if (!from.is_bool()) return complaint.expected(path, "true or false");
    into = from.get_bool();
    return true;
  } else if constexpr (std::is_enum_v<Value>) {
    return decode_enum(from, into, path, complaint);
  } else if constexpr (std::same_as<Value, timestamp>) {
    const boost::json::string* text = as_text(from);
    return take(text == nullptr ? std::nullopt : timestamp_from_text({text->data(), text->size()}), into,
                "a moment in UTC, RFC 3339, such as 2026-11-22T09:00:00Z", path, complaint);
  } else if constexpr (std::same_as<Value, std::string>) {
    const boost::json::string* text = as_text(from);
    if (text == nullptr) return complaint.expected(path, "a text");
    into.assign(text->data(), text->size());
    return true;
  } else if constexpr (requires { pack_unsigned(std::declval<std::string&>(), into.value()); }) {
    const auto number = as_unsigned(from);
    if (!number) return complaint.expected(path, "a whole number from 0 to 18446744073709551615");
    into = Value(*number);
    return true;
  } else if constexpr (vector_field<Value>) {
    return decode_array(from, into, path, complaint);
  } else if constexpr (std::same_as<Value, const boost::json::value*>) {
    into = &from;  // Of a form that the caller reads by itself.
    return true;
  } else if constexpr (std::same_as<Value, const boost::json::object*>) {
    into = from.if_object();
    return into != nullptr || complaint.expected(path, "an object");
  } else {
    static_assert(described<Value>, "a decoded type is a field, a container of them, or a described struct");
    return decode_struct(from.if_object(), into, path, complaint);
  }
}

/// Reads a whole described struct; `root` names it in errors, such as `data`.
template <described Value>
[[nodiscard]] result<Value> decode(const boost::json::object& from, std::string_view root) {
  result<Value> value;
  decode_complaint complaint;
  if (!decode_detail::decode_struct(&from, *value, json_path{nullptr, root}, complaint)) {
    return failure(errc::malformed, complaint.take());
  }
  return value;
}

}  // namespace jumak::wire
