#pragma once

#include "hosting/description.hpp"

namespace jumak::app::describe {

/// A domain of one kind with one command that clients send and one of the engine's own, one event, one query.
inline hosting::domain_description small_description() {
  const wire::json_object count{{"type", "integer"}, {"minimum", 1}, {"maximum", 9}};
  const wire::json_object text{{"type", "string"}, {"description", "a word"}};
  const wire::json_object data{{"type", "object"},
                               {"properties", {{"count", count}, {"note", text}}},
                               {"required", {"count"}},
                               {"additionalProperties", false}};
  const wire::json_object list{{"type", "object"},
                               {"properties", {{"items", {{"type", "array"}, {"items", data}}}}},
                               {"required", {"items"}},
                               {"additionalProperties", false}};
  return {{{"jar",
            {{"Fill", false, {"unknown_jar", "too_full"}, data}, {"Spoil", true, {}, data}},
            {{"Filled", 3, data}}}},
          {{"GetJar", data, list}}};
}

}  // namespace jumak::app::describe
