#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "net/event_feed.hpp"
#include "net/event_publisher.hpp"
#include "net/router_endpoint.hpp"
#include "tests/net/peer.hpp"
#include "tests/net/test_log.hpp"

namespace jumak::net::testing {

/// Says of each commit one event, whose topic is `t/<number>`.
class test_renderer : public event_renderer {
 public:
  void render(std::string_view commit, const topic_set& topics, event_sink& events) override {
    const auto number = commit_view::parse(commit).value().header().number.value();
    const std::string topic = "t/" + std::to_string(number);
    ++rendered;
    if (topics.matches(topic)) events.publish(topic, "event " + std::to_string(number));
  }
  std::string heartbeat(const log_head& head) override { return "head " + std::to_string(head.last_commit.value()); }
  std::string status() override { return status_text; }

  std::atomic<int> rendered{0};
  std::string status_text;
};

/// Answers page requests from a log.
class history_handler : public request_handler {
 public:
  void on_drained(std::span<request> requests, reply_sink& replies) override {
    const std::lock_guard lock(mutex);
    for (const request& one : requests) {
      ++requests_seen;
      if (silent) continue;
      const auto asked = read_page_request(one.body.text());
      if (!asked) {
        replies.reply(one.address, "malformed");
        continue;
      }
      const auto page = log.read(*asked);
      const std::string header = encode(page.header);
      std::vector<std::string_view> frames{header};
      for (std::size_t index = page.first; index < page.last; ++index) frames.emplace_back(*log.bytes(index));
      replies.reply(one.address, frames);
    }
  }

  std::mutex mutex;
  test_log log;
  std::atomic<int> requests_seen{0};
  std::atomic<bool> silent{false};  ///< Answers nothing.
};

/// A command side: a log, its history endpoint and its publisher. Stops and starts again at its addresses.
class feed_server {
 public:
  explicit feed_server(const std::string& status = {}) {
    renderer.status_text = status;
    start();
  }
  ~feed_server() { stop(); }

  void start() {
    router_options history_options;
    history_options.name = "history";
    history_options.address = history_address;
    history = open_again<router_endpoint>(history_options);
    publisher_options events_options = options;
    events_options.address = events_address;
    events = open_again<event_publisher>(events_options);
    history_address = history->bound_address();
    events_address = events->bound_address();
    history->start(pages);
    events->start(renderer, pages.log.head());
  }
  void stop() {
    if (events) events->close();
    if (history) history->close();
    events.reset();
    history.reset();
  }

  /// Makes commits durable; says them to subscribers if `publish`.
  void append(int count, bool publish = true, std::size_t payload = 100) {
    std::vector<durable_commit> commits;
    {
      const std::lock_guard lock(pages.mutex);
      for (; count > 0; --count) {
        pages.log.append(1, payload);
        commits.push_back({pages.log.bytes(pages.log.size() - 1), pages.log.head()});
      }
    }
    if (publish) events->post(commits);
  }
  log_head head() {
    const std::lock_guard lock(pages.mutex);
    return pages.log.head();
  }

  /// A closed socket gives its address back a little later.
  template <class Endpoint, class Options>
  std::unique_ptr<Endpoint> open_again(const Options& wanted) {
    std::unique_ptr<Endpoint> opened;
    eventually([&] {
      auto attempt = Endpoint::open(messaging, wanted);
      if (attempt) opened = std::move(*attempt);
      return attempt.has_value();
    });
    return opened;
  }

  publisher_options options;
  std::string history_address = "tcp://127.0.0.1:*";
  std::string events_address = "tcp://127.0.0.1:*";
  history_handler pages;
  test_renderer renderer;
  context messaging;
  std::unique_ptr<router_endpoint> history;
  std::unique_ptr<event_publisher> events;
};

}  // namespace jumak::net::testing
