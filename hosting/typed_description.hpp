#pragma once

#include "core/decider.hpp"
#include "core/read_model.hpp"
#include "hosting/description.hpp"
#include "hosting/for_each_type.hpp"
#include "wire/json_schema.hpp"

/// Reads a domain's description off its types. Heavy on templates: include it only where a domain is registered.
namespace jumak::hosting {

/// The codes that a command declares (core/decider.hpp); none when it declares nothing.
template <class Command>
[[nodiscard]] std::vector<std::string> rejections_of() {
  if constexpr (requires { Command::rejections; }) {
    return {Command::rejections.begin(), Command::rejections.end()};
  } else {
    return {};
  }
}

template <decider Decider>
[[nodiscard]] kind_description describe_kind() {
  kind_description kind{std::string(Decider::kind), {}, {}};
  for_each_type<typename Decider::command>([&](auto identity) {
    using command = typename decltype(identity)::type;
    kind.commands.push_back({std::string(command::type), engine_only<command>, rejections_of<command>(),
                             wire::json_schema<command>()});
  });
  for_each_type<typename Decider::event>([&](auto identity) {
    using event = typename decltype(identity)::type;
    kind.events.push_back({std::string(event::type), event::schema, wire::json_schema<event>()});
  });
  return kind;
}

template <read_model Model>
[[nodiscard]] std::vector<query_description> describe_queries() {
  std::vector<query_description> queries;
  for_each_type<typename Model::queries>([&](auto identity) {
    using query = typename decltype(identity)::type;
    queries.push_back({std::string(query::type), wire::json_schema<query>(), wire::json_schema<typename query::answer>()});
  });
  return queries;
}

}  // namespace jumak::hosting
