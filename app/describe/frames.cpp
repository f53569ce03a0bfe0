#include "app/describe/frames.hpp"

#include <boost/json/array.hpp>
#include <string_view>
#include <utility>

#include "core/names.hpp"

namespace jumak::app::describe {
namespace {

namespace json = boost::json;

constexpr std::string_view id_pattern = "^[A-Za-z0-9._:-]{1,64}$";

json::object text_matching(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }
json::object constant(std::string_view value) { return {{"type", "string"}, {"const", value}}; }
json::object moment() { return {{"type", "string"}, {"format", "date-time"}}; }
json::object text_up_to(std::int64_t most) { return {{"type", "string"}, {"minLength", 1}, {"maxLength", most}}; }
json::object number_from(std::int64_t least) { return {{"type", "integer"}, {"minimum", least}}; }

/// An object with these properties, of which the first so many are required, and no others.
json::object closed_object(json::object properties, std::size_t required_count) {
  json::array required;
  for (const auto& property : properties) {
    if (required.size() == required_count) break;
    required.emplace_back(property.key());
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

/// The name's own pattern, behind the kind.
std::string aggregate_pattern(const std::string& kind) {
  const std::string_view name_pattern = name::pattern;
  return "^" + kind + "/" + std::string(name_pattern.substr(1));
}

json::object error_schema() {
  return closed_object({{"code", json::object{{"type", "string"}}},
                        {"message", json::object{{"type", "string"}}},
                        {"details", json::object{{"type", "object"}}},
                        {"retry_after_ms", number_from(0)}},
                       2);
}

}  // namespace

json::object reference(const std::string& to) { return {{"$ref", to}}; }

json::object command_frame(const hosting::kind_description& kind, const hosting::command_description& command,
                           json::object data) {
  return closed_object({{"id", text_matching(id_pattern)},
                        {"type", constant(command.type)},
                        {"aggregate", text_matching(aggregate_pattern(kind.name))},
                        {"data", std::move(data)},
                        {"expected_version", number_from(0)},
                        {"actor", text_up_to(200)},
                        {"correlation_id", text_up_to(200)},
                        {"traceparent", text_up_to(200)},
                        {"expires", moment()},
                        {"time", moment()}},
                       4);
}

json::object query_frame(const hosting::query_description& query, json::object data) {
  // A query without required fields may leave `data` out.
  const bool data_required = query.data.contains("required");
  json::object properties{{"id", text_matching(id_pattern)}, {"type", constant(query.type)}, {"data", std::move(data)},
                          {"after", json::object{{"oneOf", {number_from(0), json::object{{"type", "object"}}}}}},
                          {"timeout_ms", json::object{{"type", "integer"}, {"minimum", 0}, {"maximum", 30'000}}}};
  return closed_object(std::move(properties), data_required ? 3 : 2);
}

json::object answer_frame(json::object data) {
  return closed_object({{"id", text_matching(id_pattern)},
                        {"status", constant("ok")},
                        {"position", number_from(0)},
                        {"data", std::move(data)}},
                       4);
}

json::object reply_frame() {
  const json::object event = closed_object({{"type", json::object{{"type", "string"}}},
                                            {"stream", json::object{{"type", "string"}}},
                                            {"version", number_from(1)},
                                            {"position", number_from(1)}},
                                           4);
  const json::object duplicate{{"type", "boolean"}};
  json::object accepted = closed_object({{"id", text_matching(id_pattern)},
                                         {"status", constant("accepted")},
                                         {"position", number_from(0)},
                                         {"duplicate", duplicate},
                                         {"events", json::object{{"type", "array"}, {"items", event}}}},
                                        5);
  json::object rejected = closed_object({{"id", text_matching(id_pattern)},
                                         {"status", constant("rejected")},
                                         {"position", number_from(0)},
                                         {"duplicate", duplicate},
                                         {"error", error_schema()}},
                                        5);
  json::object failed = closed_object({{"id", json::object{{"type", {"string", "null"}}}},
                                       {"status", constant("error")},
                                       {"error", error_schema()},
                                       {"position", number_from(0)}},
                                      3);
  return {{"oneOf", {std::move(accepted), std::move(rejected), std::move(failed)}}};
}

json::object event_frame(const hosting::kind_description& kind, const hosting::event_description& event,
                         json::object data) {
  return closed_object({{"specversion", constant("1.0")},
                        {"id", text_matching("^[1-9][0-9]*$")},
                        {"source", text_matching("^/jumak/[0-9a-f]{32}$")},
                        {"type", constant(event.type)},
                        {"subject", text_matching("^" + kind.name + "/")},
                        {"time", moment()},
                        {"datacontenttype", constant("application/json")},
                        {"sequence", text_matching("^[0-9]{20}$")},
                        {"streamversion", number_from(1)},
                        {"aggregateversion", number_from(1)},
                        {"commandid", json::object{{"type", "string"}}},
                        {"data", std::move(data)},
                        {"actor", json::object{{"type", "string"}}},
                        {"correlationid", json::object{{"type", "string"}}},
                        {"traceparent", json::object{{"type", "string"}}}},
                       12);
}

}  // namespace jumak::app::describe
