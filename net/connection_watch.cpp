#include "net/connection_watch.hpp"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <zmq.h>

#include <atomic>
#include <cstring>
#include <optional>

#include "core/assert.hpp"

namespace jumak::net {
namespace {

/// While we are behind with reading, what is unread may be many whole messages of a good client.
constexpr std::uint64_t busy_factor = 4;
/// The protocol's own bytes (frame headers, heartbeats) are received but never handed over.
constexpr std::uint64_t overhead_per_frame = 9;
/// TCP_CLOSE of <netinet/tcp.h>, whose tcp_info is older than the kernel's and clashes with it.
constexpr std::uint8_t closed_state = 7;

std::string monitor_address() {
  static std::atomic<std::uint64_t> count{0};
  return "inproc://jumak-monitor-" + std::to_string(count.fetch_add(1));
}

std::optional<std::uint64_t> cookie_of(int descriptor) {
  std::uint64_t cookie = 0;
  socklen_t size = sizeof cookie;
  if (::getsockopt(descriptor, SOL_SOCKET, SO_COOKIE, &cookie, &size) != 0) return std::nullopt;
  return cookie;
}

std::optional<tcp_info> counters_of(int descriptor) {
  tcp_info counters{};
  socklen_t size = sizeof counters;
  if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &counters, &size) != 0) return std::nullopt;
  return counters;
}

std::uint64_t seconds_between(connection_watch::clock::time_point from, connection_watch::clock::time_point to) {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(to - from).count());
}

std::uint64_t above(std::uint64_t number, std::uint64_t less) { return number > less ? number - less : 0; }

}  // namespace

connection_watch::connection_watch(context& messaging, socket& watched, traffic kind,
                                   const connection_limits& limits)
    : limits_(limits), kind_(kind), watched_(watched.handle()), monitor_(messaging, ZMQ_PAIR) {
  const std::string address = monitor_address();
  monitor_.set(ZMQ_RCVHWM, 0);
  JUMAK_ASSERT(zmq_socket_monitor(watched_, address.c_str(), ZMQ_EVENT_ACCEPTED) == 0);
  JUMAK_ASSERT(monitor_.connect("monitor", address).has_value());
}

connection_watch::~connection_watch() { stop(); }

void connection_watch::stop() {
  if (watched_ != nullptr) zmq_socket_monitor(watched_, nullptr, 0);
  watched_ = nullptr;
}

void connection_watch::count_read(int descriptor, std::size_t frames, std::size_t bytes) {
  // The first message of a connection may overtake the news of it.
  if (find(descriptor) == nullptr) read_news(clock::now());
  if (auto* one = find(descriptor)) one->read += bytes + frames * overhead_per_frame;
}

bool connection_watch::count_sent(int descriptor, std::size_t bytes) {
  if (descriptor < 0 || static_cast<std::size_t>(descriptor) >= by_descriptor_.size()) return true;
  watched_connection& one = by_descriptor_[static_cast<std::size_t>(descriptor)];
  if (!one.present) return !one.cut;
  one.sent += bytes;
  sent_since_look_ += bytes;
  // One turn can answer gigabytes, so these two do not wait for the next look.
  if (!takes_its_answers(one, descriptor)) cut(descriptor);
  if (sent_since_look_ > limits_.all_bytes_max / 4) look_at_all(clock::now(), false);
  return !one.cut;
}

bool connection_watch::takes_its_answers(watched_connection& one, int descriptor) {
  if (above(one.sent, one.acknowledged) <= limits_.unsent_bytes_max) return true;
  const auto counters = counters_of(descriptor);
  if (!counters) return true;
  one.acknowledged = counters->tcpi_bytes_acked;
  return above(one.sent, one.acknowledged) <= limits_.unsent_bytes_max;
}

void connection_watch::look(clock::time_point now, bool idle) {
  if (now < next_look_) return;
  next_look_ = now + limits_.look_interval;
  read_news(now);
  look_at_all(now, idle);
}

void connection_watch::cut(int descriptor) {
  auto* one = find(descriptor);
  if (one == nullptr) return;
  // Only the connection we mean: its descriptor may be somebody else's by now.
  if (cookie_of(descriptor) == one->cookie) {
    ::shutdown(descriptor, SHUT_RDWR);
    ++cut_;
  }
  forget(*one);
  one->cut = true;
}

void connection_watch::read_news(clock::time_point now) {
  frame news;
  while (monitor_.receive(news) == 0) {
    std::uint16_t what = 0;
    std::uint32_t descriptor = 0;
    if (news.size() >= sizeof what + sizeof descriptor) {
      std::memcpy(&what, news.text().data(), sizeof what);
      std::memcpy(&descriptor, news.text().data() + sizeof what, sizeof descriptor);
    }
    while (has_more(news) && monitor_.receive(news) == 0) {
    }
    const auto cookie = what == ZMQ_EVENT_ACCEPTED ? cookie_of(static_cast<int>(descriptor)) : std::nullopt;
    if (!cookie) continue;
    if (by_descriptor_.size() <= descriptor) by_descriptor_.resize(descriptor + 1);
    watched_connection& one = by_descriptor_[descriptor];
    // What came before this news was counted for the connection that had the descriptor before.
    std::uint64_t read = 0;
    if (const auto counters = one.present ? counters_of(static_cast<int>(descriptor)) : std::nullopt) {
      read = counters->tcpi_bytes_received;
    }
    if (!one.present) ++connections_;
    one = watched_connection{true, false, *cookie, now, read, 0, 0, now};
  }
}

void connection_watch::look_at_all(clock::time_point now, bool idle) {
  sent_since_look_ = 0;
  std::uint64_t all = 0;
  std::uint64_t greediest_bytes = 0;
  int greediest = -1;
  for (std::size_t index = 0; index < by_descriptor_.size(); ++index) {
    watched_connection& one = by_descriptor_[index];
    if (!one.present) continue;
    const int descriptor = static_cast<int>(index);
    const load now_kept = load_of(one, descriptor, now, idle);
    if (now_kept.over) {
      cut(descriptor);
      continue;
    }
    all += now_kept.bytes;
    if (now_kept.bytes > greediest_bytes) {
      greediest_bytes = now_kept.bytes;
      greediest = descriptor;
    }
  }
  if (all > limits_.all_bytes_max) cut(greediest);
}

connection_watch::load connection_watch::load_of(watched_connection& one, int descriptor, clock::time_point now,
                                                 bool idle) {
  const auto counters = counters_of(descriptor);
  if (cookie_of(descriptor) != one.cookie || (counters && counters->tcpi_state == closed_state)) {
    forget(one);
    return {};
  }
  if (!counters) return {};
  if (counters->tcpi_bytes_acked != one.acknowledged || counters->tcpi_notsent_bytes == 0) {
    one.acknowledged = counters->tcpi_bytes_acked;
    one.acknowledged_at = now;
  }
  if (now - one.acknowledged_at > limits_.stalled_max) return {0, true};

  const std::uint64_t spare = limits_.bytes_per_second_of_age * seconds_between(one.since, now);
  if (kind_ == traffic::subscriptions) {
    return {0, counters->tcpi_bytes_received > limits_.subscriber_bytes_base + spare};
  }
  const std::uint64_t unread = above(counters->tcpi_bytes_received, one.read + spare);
  const std::uint64_t unsent = above(one.sent, counters->tcpi_bytes_acked);
  const std::uint64_t unread_max = idle ? limits_.unread_bytes_max : busy_factor * limits_.unread_bytes_max;
  return {unread + unsent, unread > unread_max || unsent > limits_.unsent_bytes_max};
}

void connection_watch::forget(watched_connection& one) {
  one = watched_connection{};
  --connections_;
}

connection_watch::watched_connection* connection_watch::find(int descriptor) {
  if (descriptor < 0 || static_cast<std::size_t>(descriptor) >= by_descriptor_.size()) return nullptr;
  watched_connection& one = by_descriptor_[static_cast<std::size_t>(descriptor)];
  return one.present ? &one : nullptr;
}

}  // namespace jumak::net
