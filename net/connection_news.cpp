#include "net/connection_news.hpp"

#include <zmq.h>

#include <atomic>
#include <cstring>
#include <string>

#include "core/assert.hpp"

namespace jumak::net {
namespace {

std::string news_address() {
  static std::atomic<std::uint64_t> count{0};
  return "inproc://jumak-news-" + std::to_string(count.fetch_add(1));
}

}  // namespace

connection_news::connection_news(context& messaging, socket& watched)
    : watched_(watched), monitor_(messaging, ZMQ_PAIR) {
  const std::string address = news_address();
  constexpr int wanted = ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED;
  JUMAK_ASSERT(zmq_socket_monitor(watched.handle(), address.c_str(), wanted) == 0);
  JUMAK_ASSERT(monitor_.connect("monitor", address).has_value());
}

connection_news::~connection_news() { zmq_socket_monitor(watched_.handle(), nullptr, 0); }

connection_news::summary connection_news::take() {
  summary told;
  frame news;
  while (monitor_.receive(news) == 0) {
    std::uint16_t what = 0;  // The first two bytes of the first frame; the second names the address.
    if (news.size() >= sizeof what) std::memcpy(&what, news.text().data(), sizeof what);
    told.made = told.made || what == ZMQ_EVENT_HANDSHAKE_SUCCEEDED;
    told.lost = told.lost || what == ZMQ_EVENT_DISCONNECTED;
    while (has_more(news) && monitor_.receive(news) == 0) {
    }
  }
  return told;
}

}  // namespace jumak::net
