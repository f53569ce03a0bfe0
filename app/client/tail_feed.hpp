#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <zmq.hpp>

#include "app/client/reply.hpp"
#include "app/client/tail_merge.hpp"
#include "core/error.hpp"

namespace jumak::app::client {

/// Where the log stands, as its publisher says once a second.
struct heartbeat {
  std::string log;
  std::uint64_t position = 0;
};

/// The live side of a tail: a SUB socket that reconnects by itself and may lose anything. One thread.
class tail_feed {
 public:
  /// Nothing but the publisher's own topics, or a message that is no event, is `std::monostate`.
  using message = std::variant<std::monostate, heartbeat, tail_event>;

  /// `bad_configuration` if ZeroMQ does not take the address.
  [[nodiscard]] static result<tail_feed> open(zmq::context_t& context, const std::string& address,
                                              const std::string& prefix);

  /// The next message, or none if nothing is there.
  [[nodiscard]] std::optional<message> receive();
  [[nodiscard]] zmq::pollitem_t poll_item() noexcept {
    return {socket_.handle(), 0, ZMQ_POLLIN, 0};
  }

 private:
  zmq::socket_t socket_;
};

/// Whether a subscription to `prefix` would bring this event.
[[nodiscard]] bool matches(const tail_event& event, std::string_view prefix);

/// A ReadEvents request for what `prefix` means, from `from` on; matches must still be checked.
[[nodiscard]] std::string history_request(const std::string& id, std::uint64_t from,
                                          std::string_view prefix);

/// The page in an answer to it. `malformed` if it is none, or does not lead beyond `from`.
[[nodiscard]] result<tail_page> page_from(const reply& answer, std::uint64_t from,
                                          std::string_view prefix);

}  // namespace jumak::app::client
