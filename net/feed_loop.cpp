#include "net/feed_loop.hpp"

#include <zmq.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "net/topics.hpp"

namespace jumak::net {
namespace {

/// Nothing heard for so long means not connected; heartbeats come once a second.
constexpr auto connected_for = std::chrono::seconds(3);

void set_options(socket& one, const feed_limits& limits) {
  one.set(ZMQ_RCVHWM, static_cast<int>(limits.receive_queue_max));
  one.set(ZMQ_RECONNECT_IVL, static_cast<int>(limits.reconnect_first.count()));
  one.set(ZMQ_RECONNECT_IVL_MAX, static_cast<int>(limits.reconnect_longest.count()));
  one.set(ZMQ_HEARTBEAT_IVL, static_cast<int>(limits.heartbeat_interval.count()));
  one.set(ZMQ_HEARTBEAT_TIMEOUT, static_cast<int>(limits.heartbeat_timeout.count()));
  const std::int64_t longest = limits.frame_bytes_cut;
  one.set(ZMQ_MAXMSGSIZE, std::string_view(reinterpret_cast<const char*>(&longest), sizeof longest));
}

/// Lets go what is left of a message; a peer that says more than the protocol is not listened to.
void skip_rest(socket& from, frame& last) {
  while (has_more(last) && from.receive(last) == 0) {
  }
}

}  // namespace

feed_loop::feed_loop(context& messaging, feed_options options)
    : options_(std::move(options)),
      live_(messaging, ZMQ_SUB),
      history_(messaging, ZMQ_DEALER),
      live_news_(messaging, live_),
      history_news_(messaging, history_),
      follower_(options_.applied, options_.limits, clock::now()) {
  set_options(live_, options_.sockets);
  set_options(history_, options_.sockets);
  history_.set(ZMQ_IMMEDIATE, 1);  // Or a request would wait for a dead server and be answered much later.
  live_.set(ZMQ_SUBSCRIBE, log_topic);
  live_.set(ZMQ_SUBSCRIBE, status_topic);
}

result<void> feed_loop::connect() {
  if (auto connected = live_.connect("events", options_.events_address); !connected) return connected;
  return history_.connect("history", options_.history_address);
}

void feed_loop::run(feed_handler& handler) {
  while (!ending_.load()) {
    take_credit();
    const bool live = read_live(handler);
    const bool pages = read_pages();
    read_news();  // After the pages: what came before its connection was lost is as good as any.
    follower_.tick(clock::now());
    ask();
    tell(handler);
    tell_statistics(clock::now());
    if (!live && !pages) wait();
  }
}

void feed_loop::read_news() {
  const auto now = clock::now();
  if (history_news_.take().lost) follower_.on_unanswered(now);
  if (live_news_.take().made) follower_.on_connected();
}

bool feed_loop::read_live(feed_handler& handler) {
  std::uint32_t count = 0;
  for (; count < options_.sockets.messages_per_drain_max; ++count) {
    frame topic;
    if (live_.receive(topic) != 0) break;
    frame body;
    if (!has_more(topic) || live_.receive(body) != 0) continue;
    const bool more = has_more(body);
    if (more) {
      skip_rest(live_, body);
      continue;
    }
    read_live_message(handler, std::move(topic), std::move(body));
  }
  return count > 0;
}

void feed_loop::read_live_message(feed_handler& handler, frame&& topic, frame&& body) {
  if (topic.text() == log_topic) return read_log_message(std::move(body));
  if (topic.text() == status_topic) handler.on_status(body.text());
}

void feed_loop::read_log_message(frame&& body) {
  if (is_log_frame(body.text())) {
    if (const auto head = read_notice(body.text())) {
      follower_.on_notice(*head, clock::now());
    } else {
      ++damaged_;
    }
    return;
  }
  if (auto commit = read_fed_commit(std::move(body))) {
    follower_.on_live_commit(std::move(*commit), clock::now());
  } else {
    ++damaged_;
  }
}

bool feed_loop::read_pages() {
  frame first;
  bool any = false;
  while (history_.receive(first) == 0) {
    any = true;
    // A DEALER without delimiter gets none back.
    read_page(std::move(first));
  }
  return any;
}

void feed_loop::read_page(frame&& first) {
  const auto page = read_page_header(first.text());
  std::vector<fed_commit> commits;
  bool good = page.has_value();
  bool more = has_more(first);
  while (more) {
    frame next;
    if (history_.receive(next) != 0) break;
    more = has_more(next);
    if (!good) continue;
    // What follows a damaged commit is of no use: it cannot be checked against the one before.
    auto commit = read_fed_commit(std::move(next));
    good = commit.has_value();
    if (good) commits.push_back(std::move(*commit));
  }
  if (!good) ++damaged_;
  if (page) follower_.on_page(*page, std::move(commits), clock::now());
}

void feed_loop::take_credit() {
  std::size_t commits = 0;
  std::size_t bytes = 0;
  {
    const std::lock_guard lock(credit_mutex_);
    std::swap(commits, applied_commits_);
    std::swap(bytes, applied_bytes_);
  }
  if (commits > 0) follower_.on_applied(commits, bytes);
}

void feed_loop::ask() {
  const auto request = follower_.take_request();
  if (!request) return;
  frame question(encode(*request));
  if (history_.send(question, false) != 0) follower_.on_unanswered(clock::now());
}

void feed_loop::tell(feed_handler& handler) {
  if (auto commits = follower_.take_commits(); !commits.empty()) handler.on_commits(std::move(commits));
  if (follower_.diverged() && !told_diverged_) tell_divergence(handler);
  if (!follower_.confirmed()) return;  // What it was to go on behind may be of another log.
  const bool was_live = std::exchange(told_live_, follower_.live());
  if (was_live == told_live_ && follower_.heard() == told_head_) return;
  told_head_ = follower_.heard();
  // While all that is heard of is delivered, the commits themselves say where the log ends.
  if (!was_live || !told_live_) handler.on_head(told_head_, told_live_);
}

void feed_loop::tell_divergence(feed_handler& handler) {
  if (!follower_.confirmed() && follower_.delivered() == options_.applied) {
    if (const auto start = handler.on_unknown_start(*follower_.diverged())) {
      options_.applied = *start;
      follower_ = follower(*start, options_.limits, clock::now());
      return;
    }
  }
  told_diverged_ = true;
  handler.on_diverged(*follower_.diverged());
}

void feed_loop::tell_statistics(clock::time_point now) {
  const std::lock_guard lock(told_mutex_);
  told_.delivered = follower_.delivered();
  told_.head = follower_.heard();
  told_.live = follower_.live();
  told_.connected = told_.head.log != log_id{} && now - follower_.heard_at() < connected_for;
  told_.pages_requested = follower_.pages_requested();
  told_.gaps = follower_.gaps();
  told_.commits_damaged = damaged_;
}

void feed_loop::wait() {
  bell_.prepare();
  bool credit = false;
  {
    const std::lock_guard lock(credit_mutex_);
    credit = has_much_credit();
  }
  if (!credit && !ending_.load()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(follower_.next_tick() - clock::now());
    const auto longest = std::clamp(left, std::chrono::milliseconds(1), options_.sockets.tick_interval);
    std::array<zmq_pollitem_t, 3> items{{{nullptr, bell_.descriptor(), ZMQ_POLLIN, 0},
                                         {live_.handle(), 0, ZMQ_POLLIN, 0},
                                         {history_.handle(), 0, ZMQ_POLLIN, 0}}};
    zmq_poll(items.data(), static_cast<int>(items.size()), longest.count());
  }
  bell_.done();
}

void feed_loop::applied(std::size_t commits, std::size_t bytes) {
  bool much = false;
  {
    const std::lock_guard lock(credit_mutex_);
    applied_commits_ += commits;
    applied_bytes_ += bytes;
    much = has_much_credit();
  }
  // Less is found at the next turn; whoever is out of credit gets more than this back.
  if (much) bell_.ring();
}

bool feed_loop::has_much_credit() const noexcept {
  return applied_commits_ >= options_.limits.unapplied_commits_max / 4 ||
         applied_bytes_ >= options_.limits.unapplied_bytes_max / 4;
}

void feed_loop::end() {
  ending_.store(true);
  bell_.ring();
}

feed_statistics feed_loop::statistics() const {
  const std::lock_guard lock(told_mutex_);
  return told_;
}

}  // namespace jumak::net
