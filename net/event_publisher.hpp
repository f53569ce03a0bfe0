#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "net/context.hpp"
#include "net/limits.hpp"
#include "net/topic_set.hpp"

/// What goes out on the events endpoint:
///
///   [$log] [commit]           every durable commit, as core/commit.hpp lays it out
///   [$log] [head]             where the log ends, net/log_page.hpp, with every heartbeat
///   [topic] [JSON]            one for each event somebody subscribed to
///   [$heartbeat] [JSON]       once a second, and soon after the last event of a burst
///   [$status] [JSON]          beside the heartbeat, when there is something to say
namespace jumak::net {

/// A commit that is on disk, and where the log ended right after it.
struct durable_commit {
  std::shared_ptr<const std::string> bytes;
  log_head head;
};

/// Takes the events of a commit, one call each, in order.
class event_sink {
 public:
  virtual ~event_sink() = default;
  /// Sends `[topic] [json]`; both are copied.
  virtual void publish(std::string_view topic, std::string_view json) = 0;
};

/// Who knows what the JSON looks like. Every call comes from the publisher's thread. No exception may leave.
class event_renderer {
 public:
  virtual ~event_renderer() = default;
  /// Publishes each event of `commit` whose topic is in `topics`. Not called while `topics` is empty.
  virtual void render(std::string_view commit, const topic_set& topics, event_sink& events) = 0;
  /// The text of a heartbeat; `head` was published, so it is durable.
  [[nodiscard]] virtual std::string heartbeat(const log_head& head) = 0;
  /// The text of `$status`; empty = nothing to say. Query sides get it as it is (feed_handler::on_status).
  [[nodiscard]] virtual std::string status() { return {}; }
};

struct publisher_options {
  std::string name = "events";
  std::string address;
  /// A second address, `inproc://…`, for a feed in this process: no kernel, no copy. Empty = none.
  std::string inside_address;
  publisher_limits limits;
  connection_limits connections;
};

struct publisher_statistics {
  std::uint64_t commits_published = 0;
  std::uint64_t events_published = 0;
  std::uint64_t commits_dropped = 0;  ///< Never published, since the queue was full; history has them.
  std::uint64_t connections_cut = 0;
  std::uint64_t topics = 0;           ///< Prefixes subscribed to now, the engine's own not counted.
};

/// An XPUB socket with the one thread that uses it. The other functions may be called from any thread.
class event_publisher {
 public:
  /// Binds; see router_endpoint::open for addresses and errors.
  [[nodiscard]] static result<std::unique_ptr<event_publisher>> open(context& messaging, publisher_options options);
  ~event_publisher();
  event_publisher(const event_publisher&) = delete;
  event_publisher& operator=(const event_publisher&) = delete;

  [[nodiscard]] const std::string& bound_address() const noexcept;

  /// Starts the thread. `head` is the durable head of the log so far, for heartbeats. Called once. The
  /// renderer must live until close() has returned.
  void start(event_renderer& renderer, const log_head& head);

  /// Publishes commits that are durable, in log order. Never blocks: a full queue drops its oldest.
  void post(std::span<const durable_commit> commits);
  /// Sends a heartbeat and a status soon, for example because the status changed.
  void post_heartbeat();

  /// Publishes what was posted, then ends the thread and closes the socket. May be called twice.
  void close();

  [[nodiscard]] publisher_statistics statistics() const;

 private:
  class implementation;
  explicit event_publisher(std::unique_ptr<implementation> inside);
  std::unique_ptr<implementation> inside_;
};

}  // namespace jumak::net
