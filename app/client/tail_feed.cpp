#include "app/client/tail_feed.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "app/client/json_fields.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

constexpr std::string_view heartbeat_topic = "$heartbeat";
/// Events a page of history holds at most (docs/protocol.md).
constexpr std::uint64_t page_events_max = 1'000;
/// In messages; a slow screen loses beyond it, and history brings it again.
constexpr int messages_queued_max = 100'000;
constexpr int reconnect_ms_min = 100;
constexpr int reconnect_ms_max = 2'000;
constexpr int heartbeat_interval_ms = 1'000;
constexpr int heartbeat_timeout_ms = 3'000;

/// The attribute `sequence` is the position, zero-padded.
std::optional<tail_event> event_from(json::object object) {
  const std::string_view sequence = text_at(object, "sequence");
  tail_event event;
  const auto [end, problem] =
      std::from_chars(sequence.data(), sequence.data() + sequence.size(), event.position);
  if (problem != std::errc() || end != sequence.data() + sequence.size() || event.position == 0) {
    return std::nullopt;
  }
  event.json = std::move(object);
  return event;
}

tail_feed::message message_from(std::string_view topic, std::string_view text) {
  if (topic.starts_with('$') && topic != heartbeat_topic) {
    return {};
  }
  boost::system::error_code problem;
  json::value value = json::parse(text, problem);
  if (problem || !value.is_object()) {
    return {};
  }
  if (topic == heartbeat_topic) {
    const auto position = count_at(value.get_object(), "position");
    if (!position) {
      return {};
    }
    return heartbeat{std::string(text_at(value.get_object(), "log")), *position};
  }
  auto event = event_from(std::move(value.get_object()));
  if (!event) {
    return {};
  }
  return std::move(*event);
}

}  // namespace

result<tail_feed> tail_feed::open(zmq::context_t& context, const std::string& address,
                                  const std::string& prefix) {
  tail_feed feed;
  try {
    feed.socket_ = zmq::socket_t(context, zmq::socket_type::sub);
    feed.socket_.set(zmq::sockopt::linger, 0);
    feed.socket_.set(zmq::sockopt::rcvhwm, messages_queued_max);
    feed.socket_.set(zmq::sockopt::reconnect_ivl, reconnect_ms_min);
    feed.socket_.set(zmq::sockopt::reconnect_ivl_max, reconnect_ms_max);
    feed.socket_.set(zmq::sockopt::heartbeat_ivl, heartbeat_interval_ms);
    feed.socket_.set(zmq::sockopt::heartbeat_timeout, heartbeat_timeout_ms);
    feed.socket_.set(zmq::sockopt::subscribe, prefix);
    feed.socket_.set(zmq::sockopt::subscribe, heartbeat_topic);
    feed.socket_.connect(address);
  } catch (const zmq::error_t& problem) {
    return failure(errc::bad_configuration, "Cannot use the address '" + address + "' (" +
                                                problem.what() +
                                                "): give one like tcp://127.0.0.1:7603.");
  }
  return feed;
}

std::optional<tail_feed::message> tail_feed::receive() {
  zmq::message_t topic;
  if (!socket_.recv(topic, zmq::recv_flags::dontwait)) {
    return std::nullopt;
  }
  zmq::message_t text;
  bool more = topic.more();
  while (more) {
    // The frames of a message arrive together, so this does not wait. Only the second one counts.
    zmq::message_t frame;
    if (!socket_.recv(frame, zmq::recv_flags::none)) {
      return message{};
    }
    more = frame.more();
    if (text.size() == 0) {
      text = std::move(frame);
    }
  }
  return message_from(topic.to_string_view(), text.to_string_view());
}

bool matches(const tail_event& event, std::string_view prefix) {
  std::string topic(text_at(event.json, "subject"));
  topic += '/';
  topic += text_at(event.json, "type");
  return topic.starts_with(prefix);
}

std::string history_request(const std::string& id, std::uint64_t from, std::string_view prefix) {
  json::object data{{"from", from}, {"limit", page_events_max}};
  // History takes whole path segments; a prefix that ends inside one is cut back to its slash.
  if (const std::size_t slash = prefix.rfind('/'); slash != std::string_view::npos) {
    data["stream"] = prefix.substr(0, slash + 1);
  }
  return json::serialize(
      json::object{{"id", id}, {"type", "ReadEvents"}, {"data", std::move(data)}});
}

result<tail_page> page_from(const reply& answer, std::uint64_t from, std::string_view prefix) {
  const json::value* data = answer.json.if_contains("data");
  const json::value* events =
      data != nullptr && data->is_object() ? data->get_object().if_contains("events") : nullptr;
  if (!answer.position || events == nullptr || !events->is_array()) {
    return failure(errc::malformed, "The history endpoint's answer is not a page of events.");
  }
  tail_page page;
  page.head = *answer.position;
  page.next = count_at(data->get_object(), "next");
  if (page.next && *page.next <= from) {
    return failure(errc::malformed, "The history endpoint does not lead beyond position " +
                                        std::to_string(from) + ".");
  }
  for (const json::value& item : events->get_array()) {
    auto event = item.is_object() ? event_from(item.get_object()) : std::nullopt;
    if (!event) {
      return failure(errc::malformed, "The history endpoint sent an event without a position.");
    }
    if (matches(*event, prefix)) {
      page.events.push_back(std::move(*event));
    }
  }
  return page;
}

}  // namespace jumak::app::client
