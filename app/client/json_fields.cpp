#include "app/client/json_fields.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace jumak::app::client {

std::string_view text_at(const boost::json::object& object, std::string_view field) {
  const boost::json::value* value = object.if_contains(field);
  return value != nullptr && value->is_string() ? std::string_view(value->get_string())
                                                : std::string_view();
}

std::optional<std::uint64_t> count_at(const boost::json::object& object, std::string_view field) {
  const boost::json::value* value = object.if_contains(field);
  if (value == nullptr) {
    return std::nullopt;
  }
  boost::system::error_code problem;
  const auto count = value->to_number<std::uint64_t>(problem);
  return problem ? std::nullopt : std::optional(count);
}

std::string in_words(const boost::json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
}

std::string in_words_at(const boost::json::object& object, std::string_view field,
                        std::string_view missing) {
  const boost::json::value* value = object.if_contains(field);
  return value == nullptr ? std::string(missing) : in_words(*value);
}

}  // namespace jumak::app::client
