#include "app/client/arguments.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cmath>

namespace jumak::app::client {
namespace {

namespace json = boost::json;

/// 1e999 is read as infinity, which cannot be written again.
bool is_finite(const json::value& value) {
  if (value.is_double()) {
    return std::isfinite(value.get_double());
  }
  if (value.is_array()) {
    for (const json::value& item : value.get_array()) {
      if (!is_finite(item)) {
        return false;
      }
    }
  }
  if (value.is_object()) {
    for (const auto& field : value.get_object()) {
      if (!is_finite(field.value())) {
        return false;
      }
    }
  }
  return true;
}

result<json::value> value_from(std::string_view word, std::string_view text) {
  boost::system::error_code problem;
  json::value value = json::parse(text, problem);
  if (problem || !is_finite(value)) {
    return failure(
        errc::bad_configuration,
        "'" + std::string(word) + "': what follows := is not JSON; write name=value for a text.");
  }
  return value;
}

/// Puts `value` at the dotted `path` below `object`; the objects on the way are made.
result<void> put(json::object& object, std::string_view path, json::value value,
                 std::string_view word) {
  const std::size_t dot = path.find('.');
  const std::string_view name = path.substr(0, dot);
  const auto refuse = [&](std::string_view why) {
    return failure(errc::bad_configuration, "'" + std::string(word) + "': " + std::string(why));
  };
  if (name.empty()) {
    return refuse("a name is empty; write name=value, or outer.inner=value.");
  }
  json::value* there = object.if_contains(name);
  if (dot == std::string_view::npos) {
    if (there != nullptr) {
      return refuse("this field is given twice.");
    }
    object.emplace(name, std::move(value));
    return {};
  }
  if (there == nullptr) {
    there = &object.emplace(name, json::object()).first->value();
  }
  if (!there->is_object()) {
    return refuse("'" + std::string(name) + "' is given as a value and as an object.");
  }
  return put(there->get_object(), path.substr(dot + 1), std::move(value), word);
}

}  // namespace

result<json::object> object_from_words(const std::vector<std::string>& words, json::object start) {
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) {
      return failure(errc::bad_configuration,
                     "'" + word + "' has no =; write name=text or name:=JSON.");
    }
    const bool is_json = equals > 0 && word[equals - 1] == ':';
    const std::string_view path = std::string_view(word).substr(0, is_json ? equals - 1 : equals);
    const std::string_view text = std::string_view(word).substr(equals + 1);
    json::value value = json::string(text);
    if (is_json) {
      auto parsed = value_from(word, text);
      if (!parsed) {
        return tl::unexpected(parsed.error());
      }
      value = std::move(*parsed);
    }
    if (auto done = put(start, path, std::move(value), word); !done) {
      return tl::unexpected(done.error());
    }
  }
  return start;
}

result<json::object> data_from(std::string_view json_text, const std::vector<std::string>& words) {
  if (json_text.empty()) {
    return object_from_words(words, {});
  }
  boost::system::error_code problem;
  json::value value = json::parse(json_text, problem);
  if (problem || !value.is_object() || !is_finite(value)) {
    return failure(
        errc::bad_configuration,
        "--json needs a JSON object in quotes, like --json '{\"field\":\"text\"}'.");
  }
  return object_from_words(words, std::move(value.get_object()));
}

}  // namespace jumak::app::client
