#include "net/publisher_loop.hpp"

#include <zmq.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "net/log_page.hpp"
#include "net/topics.hpp"

namespace jumak::net {
namespace {

void set_options(socket& publisher, const publisher_limits& limits) {
  publisher.set(ZMQ_SNDHWM, static_cast<int>(limits.send_queue_max));
  publisher.set(ZMQ_HEARTBEAT_IVL, static_cast<int>(limits.peer_heartbeat_interval.count()));
  publisher.set(ZMQ_HEARTBEAT_TIMEOUT, static_cast<int>(limits.peer_heartbeat_timeout.count()));
  publisher.set(ZMQ_HANDSHAKE_IVL, static_cast<int>(limits.handshake_timeout.count()));
  publisher.set(ZMQ_BACKLOG, static_cast<int>(limits.accept_backlog));
  // A subscription is a short text; whatever is longer than this is none.
  const std::int64_t longest = limits.subscription_bytes_max;
  publisher.set(ZMQ_MAXMSGSIZE, std::string_view(reinterpret_cast<const char*>(&longest), sizeof longest));
}

}  // namespace

publisher_loop::publisher_loop(context& messaging, publisher_options options)
    : options_(std::move(options)),
      socket_(messaging, ZMQ_XPUB),
      watch_(messaging, socket_, connection_watch::traffic::subscriptions, options_.connections),
      topics_(options_.limits.topics_max),
      posted_(options_.limits) {
  set_options(socket_, options_.limits);
}

result<std::string> publisher_loop::bind() {
  if (!options_.inside_address.empty()) {
    if (auto inside = socket_.bind(options_.name, options_.inside_address); !inside) return inside;
  }
  return socket_.bind(options_.name, options_.address);
}

void publisher_loop::run(event_renderer& renderer, const log_head& head) {
  published_ = head;
  while (!ending_.load()) {
    read_subscriptions();
    const bool published = publish_posted(renderer);
    beat_if_due(renderer);
    watch_.look(clock::now(), true);
    tell_statistics();
    published ? rest() : wait();
  }
  read_subscriptions();
  publish_posted(renderer);
  beat_wanted_.store(true);
  beat_if_due(renderer);
  tell_statistics();
  watch_.stop();
  socket_.close(options_.limits.linger);
}

void publisher_loop::read_subscriptions() {
  frame news;
  while (socket_.receive(news) == 0) {
    const std::string_view text = news.text();
    // Byte 1 subscribes, byte 0 unsubscribes; other messages of subscribers mean nothing to us.
    if (!text.empty() && text.front() == '\1') topics_.add(text.substr(1));
    if (!text.empty() && text.front() == '\0') topics_.remove(text.substr(1));
  }
}

bool publisher_loop::publish_posted(event_renderer& renderer) {
  publishing_.clear();
  posted_.take(publishing_);
  for (const durable_commit& commit : publishing_) publish_commit(renderer, commit);
  if (publishing_.empty()) return false;
  publishing_.clear();
  next_beat_ = std::min(next_beat_, clock::now() + options_.limits.heartbeat_after_burst);
  return true;
}

void publisher_loop::publish_commit(event_renderer& renderer, const durable_commit& commit) {
  send(log_topic, frame(commit.bytes));
  if (!topics_.empty()) renderer.render(*commit.bytes, topics_, *this);
  published_ = commit.head;
  ++counted_.commits_published;
}

void publisher_loop::publish(std::string_view topic, std::string_view json) {
  send(topic, frame(json));
  ++counted_.events_published;
}

void publisher_loop::beat_if_due(event_renderer& renderer) {
  const auto now = clock::now();
  if (now < next_beat_ && !beat_wanted_.load()) return;
  beat_wanted_.store(false);
  next_beat_ = now + options_.limits.heartbeat_interval;
  send(log_topic, frame(encode_notice(published_)));
  send(heartbeat_topic, frame(renderer.heartbeat(published_)));
  if (const std::string status = renderer.status(); !status.empty()) send(status_topic, frame(status));
}

void publisher_loop::send(std::string_view topic, frame&& body) {
  // A slow subscriber misses it and reads history; XPUB never says EAGAIN.
  frame first(topic);
  if (socket_.send(first, true) == 0) static_cast<void>(socket_.send(body, false));
}

void publisher_loop::rest() {
  // The bell is not prepared, so nobody who posts meanwhile pays for waking this thread.
  zmq_pollitem_t item{socket_.handle(), 0, 0, 0};
  if (!ending_.load()) zmq_poll(&item, 1, options_.limits.rest_between.count());
}

void publisher_loop::wait() {
  bell_.prepare();
  if (posted_.empty() && !ending_.load() && !beat_wanted_.load()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(next_beat_ - clock::now());
    const auto longest = std::min(left, options_.connections.look_interval);
    std::array<zmq_pollitem_t, 2> items{{{nullptr, bell_.descriptor(), ZMQ_POLLIN, 0},
                                         {socket_.handle(), 0, ZMQ_POLLIN, 0}}};
    zmq_poll(items.data(), static_cast<int>(items.size()), std::max<long>(longest.count() + 1, 0));
  }
  bell_.done();
}

void publisher_loop::tell_statistics() {
  counted_.commits_dropped = posted_.dropped();
  counted_.connections_cut = watch_.connections_cut();
  counted_.topics = topics_.size();
  const std::lock_guard lock(told_mutex_);
  told_ = counted_;
}

void publisher_loop::post(std::span<const durable_commit> commits) {
  if (ending_.load()) return;
  posted_.put(commits);
  bell_.ring();
}

void publisher_loop::post_heartbeat() {
  beat_wanted_.store(true);
  bell_.ring();
}

void publisher_loop::end() {
  ending_.store(true);
  bell_.ring();
}

publisher_statistics publisher_loop::statistics() const {
  const std::lock_guard lock(told_mutex_);
  return told_;
}

}  // namespace jumak::net
