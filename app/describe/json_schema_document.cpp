#include "app/describe/json_schema_document.hpp"

#include <boost/json/array.hpp>

#include "app/describe/frames.hpp"

namespace jumak::app::describe {
namespace {

namespace json = boost::json;

/// Files a schema under a name; gives the reference to it.
json::object define(json::object& definitions, const std::string& name, json::object schema) {
  definitions[name] = std::move(schema);
  return reference("#/$defs/" + name);
}

}  // namespace

json::object json_schema_document(const hosting::domain_description& domain, const std::string& title) {
  json::object definitions;
  json::array requests;
  for (const auto& kind : domain.kinds) {
    for (const auto& command : kind.commands) {
      json::object data = command.data;
      data["x-rejections"] = json::array(command.rejections.begin(), command.rejections.end());
      json::object at = define(definitions, "commands." + kind.name + "." + command.type, std::move(data));
      if (!command.engine_only) requests.push_back(command_frame(kind, command, std::move(at)));
    }
    for (const auto& event : kind.events) {
      define(definitions, "events." + kind.name + "." + event.type, event.data);
    }
  }
  for (const auto& query : domain.queries) {
    json::object at = define(definitions, "queries." + query.type, query.data);
    requests.push_back(query_frame(query, std::move(at)));
    define(definitions, "answers." + query.type, query.answer);
  }
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"title", title},
          {"description", "Every request: commands go to the command endpoint, queries to the query endpoint."},
          {"oneOf", std::move(requests)},
          {"$defs", std::move(definitions)}};
}

}  // namespace jumak::app::describe
