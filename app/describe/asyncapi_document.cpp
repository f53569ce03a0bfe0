#include "app/describe/asyncapi_document.hpp"

#include <boost/json/array.hpp>

#include "app/describe/frames.hpp"

namespace jumak::app::describe {
namespace {

namespace json = boost::json;

constexpr const char* protocol = "zmtp";

json::object endpoint(std::string_view host, std::string_view what) {
  return {{"host", host}, {"protocol", protocol}, {"protocolVersion", "3.0"}, {"description", what}};
}

json::object channel(const std::string& server, std::string_view what) {
  return {{"address", nullptr},
          {"description", what},
          {"servers", json::array{reference("#/servers/" + server)}},
          {"messages", json::object()}};
}

/// Collects messages and schemas, and lists each message in its channel.
class document {
 public:
  document()
      : channels_{{"commands", channel("commands", "Requests of a ROUTER; each frame is one command.")},
                  {"replies", channel("commands", "One reply for each command, in the same order.")},
                  {"queries", channel("queries", "Requests of a ROUTER; each frame is one query.")},
                  {"answers", channel("queries", "One answer for each query, in the same order.")},
                  {"events", channel("events", "Published under the topic STREAM/TYPE, as CloudEvents 1.0.")}} {}

  /// The schema's name is the message's with `.data`; gives the reference to it.
  json::object define(const std::string& name, const json::object& schema) {
    schemas_[name + ".data"] = schema;
    return reference("#/components/schemas/" + name + ".data");
  }

  void add(const std::string& channel, const std::string& name, json::object payload, json::object more = {}) {
    json::object message{{"name", name}, {"contentType", "application/json"}, {"payload", std::move(payload)}};
    for (auto& [key, value] : more) message[key] = value;
    messages_[name] = std::move(message);
    channels_[channel].as_object()["messages"].as_object()[name] = reference("#/components/messages/" + name);
  }

  [[nodiscard]] json::object whole(const std::string& title, const std::string& version) && {
    return {{"asyncapi", "3.0.0"},
            {"info", json::object{{"title", title}, {"version", version}}},
            {"defaultContentType", "application/json"},
            {"servers", json::object{{"commands", endpoint("127.0.0.1:7601", "Decides commands.")},
                                     {"queries", endpoint("127.0.0.1:7602", "Answers queries.")},
                                     {"events", endpoint("127.0.0.1:7603", "Publishes events.")}}},
            {"channels", std::move(channels_)},
            {"operations", json::object{{"decide", asked("commands", "replies")},
                                        {"answer", asked("queries", "answers")},
                                        {"publish", json::object{{"action", "send"},
                                                                 {"channel", reference("#/channels/events")}}}}},
            {"components", json::object{{"messages", std::move(messages_)}, {"schemas", std::move(schemas_)}}}};
  }

 private:
  static json::object asked(const std::string& in, const std::string& out) {
    return {{"action", "receive"},
            {"channel", reference("#/channels/" + in)},
            {"reply", json::object{{"channel", reference("#/channels/" + out)}}}};
  }

  json::object channels_;
  json::object messages_;
  json::object schemas_;
};

void add_kind(document& made, const hosting::kind_description& kind) {
  for (const auto& command : kind.commands) {
    if (command.engine_only) continue;
    const std::string name = kind.name + "." + command.type;
    const json::array codes(command.rejections.begin(), command.rejections.end());
    made.add("commands", name, command_frame(kind, command, made.define(name, command.data)),
             {{"x-rejections", codes}});
  }
  for (const auto& event : kind.events) {
    const std::string name = kind.name + "." + event.type;
    made.add("events", name, event_frame(kind, event, made.define(name, event.data)), {{"x-schema", event.schema}});
  }
}

}  // namespace

json::object asyncapi_document(const hosting::domain_description& domain, const std::string& title,
                               const std::string& version) {
  document made;
  for (const auto& kind : domain.kinds) add_kind(made, kind);
  made.add("replies", "reply", reply_frame());
  for (const auto& query : domain.queries) {
    made.add("queries", query.type, query_frame(query, made.define(query.type, query.data)));
    const std::string answer = query.type + ".answer";
    made.add("answers", answer, answer_frame(made.define(answer, query.answer)));
  }
  return std::move(made).whole(title, version);
}

}  // namespace jumak::app::describe
