#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wire/json.hpp"

/// What a hosted domain speaks, for people and programs that do not have its source. Every schema is a JSON Schema
/// (wire/json_schema.hpp) of `data`.
namespace jumak::hosting {

struct command_description {
  std::string type;
  bool engine_only = false;             ///< No client can send it.
  std::vector<std::string> rejections;  ///< Codes, in the order of the checks; without the engine's version_conflict.
  wire::json_object data;
};

struct event_description {
  std::string type;
  std::uint32_t schema = 1;
  wire::json_object data;
};

struct kind_description {
  std::string name;
  std::vector<command_description> commands;
  std::vector<event_description> events;
};

struct query_description {
  std::string type;
  wire::json_object data;
  wire::json_object answer;
};

/// All of it, in the order in which the domain lists it.
struct domain_description {
  std::vector<kind_description> kinds;
  std::vector<query_description> queries;
};

}  // namespace jumak::hosting
