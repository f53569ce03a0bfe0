#include "tests/faults/client.hpp"

#include "tests/faults/violation.hpp"

namespace jumak::faults {

namespace json = boost::json;

client::client(zmq::context_t& context, const std::string& address)
    : socket_(context, zmq::socket_type::dealer) {
  socket_.set(zmq::sockopt::linger, 0);
  socket_.set(zmq::sockopt::immediate, 1);
  socket_.set(zmq::sockopt::sndhwm, 10'000);
  socket_.set(zmq::sockopt::rcvhwm, 10'000);
  socket_.set(zmq::sockopt::reconnect_ivl, 5);
  socket_.connect(address);
}

bool client::send(const std::string& frame) {
  return socket_.send(zmq::buffer(frame), zmq::send_flags::dontwait).has_value();
}

std::optional<std::string> client::receive() {
  zmq::message_t reply;
  if (!socket_.recv(reply, zmq::recv_flags::dontwait)) return std::nullopt;
  return reply.to_string();
}

json::object client::ask(const json::object& request) {
  const std::string frame = json::serialize(request);
  socket_.set(zmq::sockopt::sndtimeo, 60'000);
  socket_.set(zmq::sockopt::rcvtimeo, 60'000);
  zmq::message_t reply;
  if (!socket_.send(zmq::buffer(frame)) || !socket_.recv(reply))
    throw violation("no answer to " + frame);
  return json::parse(reply.to_string_view()).as_object();
}

void wait_readable(const std::vector<zmq::socket_t*>& sockets, std::chrono::milliseconds patience) {
  std::vector<zmq::pollitem_t> items;
  for (auto* socket : sockets) items.push_back({socket->handle(), 0, ZMQ_POLLIN, 0});
  zmq::poll(items, patience);
}

std::uint64_t read_history(client& history, std::uint64_t from,
                           const std::function<void(const json::object&)>& event) {
  for (;;) {
    const auto page = history.ask(
        {{"id", "h"}, {"type", "ReadEvents"}, {"data", {{"from", from}, {"limit", 1000}}}});
    const auto* data = page.if_contains("data");
    if (data == nullptr) throw violation("history says " + json::serialize(page));
    for (const auto& value : data->as_object().at("events").as_array()) event(value.as_object());
    if (!data->as_object().contains("next")) return number(page, "position");
    from = number(data->as_object(), "next");
  }
}

}  // namespace jumak::faults
