#pragma once

#include "net/context.hpp"
#include "net/socket.hpp"

namespace jumak::net {

/// Tells when the connection of a connecting socket was made or lost. The library makes it again by itself
/// and says nothing, but what was on its way then is gone. Same thread as the socket.
class connection_news {
 public:
  struct summary {
    bool made = false;  ///< Once or more often since the last call.
    bool lost = false;
  };

  /// `watched` must not be connected yet and must outlive it.
  connection_news(context& messaging, socket& watched);
  ~connection_news();
  connection_news(const connection_news&) = delete;
  connection_news& operator=(const connection_news&) = delete;

  /// What happened since the last call. Never blocks.
  [[nodiscard]] summary take();

 private:
  socket& watched_;
  socket monitor_;
};

}  // namespace jumak::net
