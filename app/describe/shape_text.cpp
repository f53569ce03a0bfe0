#include "app/describe/shape_text.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

namespace jumak::app::describe {
namespace {

std::string_view text_at(const wire::json_object& schema, std::string_view key) {
  const wire::json_value* value = schema.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

bool is_required(const wire::json_object& schema, std::string_view member) {
  const wire::json_value* required = schema.if_contains("required");
  return required != nullptr && std::ranges::any_of(required->as_array(), [&](const wire::json_value& name) {
           return name.as_string() == boost::json::string_view(member.data(), member.size());
         });
}

/// ` {…}` or ` [{…}]` behind the name of a member that has members itself.
std::string inner_text(const wire::json_object& schema) {
  if (text_at(schema, "type") == "object") return " {" + members_text(schema) + "}";
  if (text_at(schema, "type") != "array") return {};
  const std::string item = inner_text(schema.at("items").as_object());
  return item.empty() ? " […]" : " [" + item.substr(1) + "]";
}

std::string number_text(const wire::json_object& schema) {
  const wire::json_value* least = schema.if_contains("minimum");
  const wire::json_value* most = schema.if_contains("maximum");
  if (least == nullptr) return "a whole number";
  const std::string from = "a whole number from " + std::to_string(least->to_number<std::int64_t>());
  return most == nullptr ? from : from + " to " + std::to_string(most->to_number<std::int64_t>());
}

std::string choice_text(const boost::json::array& names) {
  std::string text = "one of ";
  for (const wire::json_value& name : names) {
    text += (&name == names.data() ? "`" : ", `") + std::string(name.as_string()) + "`";
  }
  return text;
}

}  // namespace

std::string members_text(const wire::json_object& schema) {
  std::string text;
  for (const auto& member : schema.at("properties").as_object()) {
    const std::string name(member.key());
    text += (text.empty() ? "" : ", ") + name + (is_required(schema, name) ? "" : "?") +
            inner_text(member.value().as_object());
  }
  return text;
}

std::string shape_text(const wire::json_object& schema) {
  const std::string_view type = text_at(schema, "type");
  if (const std::string_view said = text_at(schema, "description"); !said.empty()) return std::string(said);
  if (const wire::json_value* names = schema.if_contains("enum")) return choice_text(names->as_array());
  if (type == "integer") return number_text(schema);
  if (type == "boolean") return "true or false";
  if (type == "object") return "an object: " + members_text(schema);
  if (type == "array") return "a list, each " + shape_text(schema.at("items").as_object());
  if (text_at(schema, "format") == "date-time") return "a moment in UTC, RFC 3339";
  return type == "number" ? "a number" : "a text";
}

}  // namespace jumak::app::describe
