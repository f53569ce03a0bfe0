#include "net/router_loop.hpp"

#include <zmq.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "core/assert.hpp"

namespace jumak::net {
namespace {

void set_options(socket& router, const router_options& options) {
  const endpoint_limits& limits = options.endpoint;
  // One more would lose answers of a good client: the socket drops what goes over its mark.
  JUMAK_ASSERT(limits.send_queue_max >= 2 * options.requests.in_flight_per_connection_max);
  router.set(ZMQ_ROUTER_MANDATORY, 1);
  router.set(ZMQ_SNDHWM, static_cast<int>(limits.send_queue_max));
  router.set(ZMQ_RCVHWM, static_cast<int>(limits.receive_queue_max));
  const auto frame_bytes_cut = static_cast<std::int64_t>(options.requests.frame_bytes_cut);
  router.set(ZMQ_MAXMSGSIZE, std::string_view(reinterpret_cast<const char*>(&frame_bytes_cut), sizeof frame_bytes_cut));
  router.set(ZMQ_HEARTBEAT_IVL, static_cast<int>(limits.heartbeat_interval.count()));
  router.set(ZMQ_HEARTBEAT_TIMEOUT, static_cast<int>(limits.heartbeat_timeout.count()));
  router.set(ZMQ_HANDSHAKE_IVL, static_cast<int>(limits.handshake_timeout.count()));
  router.set(ZMQ_BACKLOG, static_cast<int>(limits.accept_backlog));
}

}  // namespace

router_loop::router_loop(context& messaging, router_options options)
    : options_(std::move(options)),
      socket_(messaging, ZMQ_ROUTER),
      watch_(messaging, socket_, connection_watch::traffic::requests, options_.connections),
      table_(options_.requests),
      message_(options_.requests) {
  set_options(socket_, options_);
}

result<std::string> router_loop::bind() { return socket_.bind(options_.name, options_.address); }

void router_loop::run(request_handler& handler) {
  while (!ending_.load()) {
    const bool accepting = accepting_.load();
    const bool read = accepting && read_requests(handler);
    const bool emitted = emit_posted();
    look_after(handler, !read);
    if (!accepting) {
      const std::lock_guard lock(told_mutex_);
      stopped_reading_ = true;
    }
    tell_statistics();
    if (!read && !emitted) wait(accepting);
  }
  emit_posted();
  tell_statistics();
  watch_.stop();
  socket_.close(options_.endpoint.linger);
}

bool router_loop::read_requests(request_handler& handler) {
  requests_.clear();
  for (std::uint32_t count = 0; count < options_.endpoint.messages_per_drain_max; ++count) {
    if (requests_.size() >= options_.endpoint.requests_per_drain_max || !read_message()) break;
  }
  if (requests_.empty()) return false;
  counted_.requests_received += requests_.size();
  handler.on_drained(requests_, *this);
  // What the handler left there was only read; its memory is the library's and wanted back.
  requests_.clear();
  return true;
}

bool router_loop::read_message() {
  frame routing_id;
  if (socket_.receive(routing_id) != 0) return false;
  int descriptor = known_descriptor(routing_id);
  message_.clear();
  bool more = has_more(routing_id);
  while (more) {
    frame next;
    if (socket_.receive(next) != 0) break;
    more = has_more(next);
    message_.take(std::move(next));
  }
  ++counted_.messages_received;
  watch_.count_read(descriptor, message_.frame_count(), message_.bytes());
  if (message_.must_be_cut()) {
    watch_.cut(descriptor);
    return true;
  }
  table_.admit(routing_id.text(), descriptor, message_, requests_);
  return true;
}

int router_loop::known_descriptor(frame& routing_id) const {
  // Asking the library is slow. What we remember is good for ids the library gave, which it never gives
  // twice; an id that the peer chose may come back by another connection. The first byte tells.
  const std::string_view id = routing_id.text();
  const bool given_by_library = !id.empty() && id.front() == '\0';
  const int known = given_by_library ? table_.descriptor_of(id) : -1;
  return known >= 0 ? known : descriptor_of(routing_id);
}

bool router_loop::emit_posted() {
  {
    const std::lock_guard lock(posted_mutex_);
    emitting_.swap(posted_);
  }
  for (auto& batch : emitting_) {
    batch->emit(*this);
    batch.reset();
  }
  const bool any = !emitting_.empty();
  emitting_.clear();
  return any;
}

void router_loop::look_after(request_handler& handler, bool idle) {
  const auto now = clock::now();
  watch_.look(now, idle);
  if (now < next_tick_) return;
  next_tick_ = now + options_.endpoint.tick_interval;
  handler.on_tick(now, *this);
}

void router_loop::reply(reply_address to, std::string_view json) {
  if (const auto* complete = table_.answer(to, frame(json))) send(*complete);
}

void router_loop::reply(reply_address to, std::span<const std::string_view> frames) {
  JUMAK_ASSERT(!frames.empty());
  std::vector<frame> more;
  more.reserve(frames.size() - 1);
  for (const std::string_view bytes : frames.subspan(1)) more.emplace_back(bytes);
  if (const auto* complete = table_.answer(to, frame(frames.front()), std::move(more))) send(*complete);
}

void router_loop::send(const request_table::complete_message& message) {
  const peer_connection& to = table_.connection(message.connection);
  if (send_frames(message, to)) {
    ++counted_.messages_sent;
    table_.finish(message);
    return;
  }
  // It went away, or does not take its answers. It has to connect again and retry.
  ++counted_.peers_given_up;
  watch_.cut(to.descriptor);
  table_.give_up(message.connection);
}

bool router_loop::send_frames(const request_table::complete_message& message, const peer_connection& to) {
  frame routing_id(to.routing_id);
  // Only the routing id can fail for want of room: it reserves the place of the whole message.
  if (socket_.send(routing_id, true) != 0) return false;
  if (message.has_delimiter) {
    frame delimiter;
    if (socket_.send(delimiter, true) != 0) return false;
  }
  std::size_t bytes = 0;
  const bool sent = table_.for_each_frame(message, [&](frame& next, bool last) {
    bytes += next.size();
    return socket_.send(next, !last) == 0;
  });
  return sent && watch_.count_sent(to.descriptor, bytes);
}

void router_loop::wait(bool accepting) {
  bell_.prepare();
  const bool work = has_posted() || ending_.load() || accepting != accepting_.load();
  if (!work) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(next_tick_ - clock::now()).count();
    std::array<zmq_pollitem_t, 2> items{{{nullptr, bell_.descriptor(), ZMQ_POLLIN, 0},
                                         {socket_.handle(), 0, ZMQ_POLLIN, 0}}};
    zmq_poll(items.data(), accepting ? 2 : 1, std::clamp<long>(left + 1, 0, 1000));
  }
  bell_.done();
}

bool router_loop::has_posted() {
  const std::lock_guard lock(posted_mutex_);
  return !posted_.empty();
}

void router_loop::tell_statistics() {
  counted_.requests_overloaded = table_.overloaded();
  counted_.connections_cut = watch_.connections_cut();
  counted_.requests_in_flight = table_.in_flight();
  const std::lock_guard lock(told_mutex_);
  told_ = counted_;
  if (stopped_reading_ && told_.requests_in_flight == 0) told_changed_.notify_all();
}

void router_loop::post(std::unique_ptr<reply_batch> batch) {
  {
    const std::lock_guard lock(posted_mutex_);
    if (ending_.load()) return;
    posted_.push_back(std::move(batch));
  }
  bell_.ring();
}

void router_loop::stop_accepting() {
  accepting_.store(false);
  bell_.ring();
}

bool router_loop::wait_until_answered(std::chrono::steady_clock::time_point deadline) {
  stop_accepting();
  std::unique_lock lock(told_mutex_);
  return told_changed_.wait_until(
      lock, deadline, [this] { return stopped_reading_ && told_.requests_in_flight == 0; });
}

void router_loop::end() {
  ending_.store(true);
  bell_.ring();
}

router_statistics router_loop::statistics() const {
  const std::lock_guard lock(told_mutex_);
  return told_;
}

}  // namespace jumak::net
