#pragma once

#include <string>

#include "wire/json.hpp"

/// JSON Schemas of wire/json_schema.hpp in few words, for people.
namespace jumak::app::describe {

/// The members of an object in order, such as `item, count, note?, lines [{text}]`.
[[nodiscard]] std::string members_text(const wire::json_object& schema);

/// What one field takes, such as "a whole number from 1 to 1000".
[[nodiscard]] std::string shape_text(const wire::json_object& schema);

}  // namespace jumak::app::describe
