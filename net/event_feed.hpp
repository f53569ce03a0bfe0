#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "net/context.hpp"
#include "net/fed_commit.hpp"
#include "net/limits.hpp"

namespace jumak::net {

/// Who applies what the feed brings. Every call comes from the feed's thread and should not block. No
/// exception may leave.
class feed_handler {
 public:
  virtual ~feed_handler() = default;

  /// The next commits of the log: each extends the one before, the first extends the head given to open().
  /// Give credit back with event_feed::applied once they are applied.
  virtual void on_commits(std::vector<fed_commit> commits) = 0;
  /// What the command side says of itself (event_renderer::status), as it is.
  virtual void on_status(std::string_view text) { static_cast<void>(text); }
  /// The command side does not know the head that this feed was to go on behind: it has another log, or less of it. Says
  /// where to begin instead, log_head{} for the log's start; nothing when on_diverged shall be told.
  virtual std::optional<log_head> on_unknown_start(const std::string& reason) {
    static_cast<void>(reason);
    return std::nullopt;
  }
  /// The feed has heard where the log ends, and a page has said that it is the log followed so far; called when that
  /// changes, but not for heads that on_commits told
  /// of while the feed stays live. Live = everything up to there was delivered.
  virtual void on_head(const log_head& head, bool live) {
    static_cast<void>(head);
    static_cast<void>(live);
  }
  /// The command side has another log than the one followed so far, or less of it: somebody restored a
  /// backup. Called once; nothing is delivered any more. `reason` is a sentence.
  virtual void on_diverged(const std::string& reason) = 0;
};

struct feed_options {
  std::string events_address;   ///< The command side's --events.
  std::string history_address;  ///< The command side's --history.
  /// Where to go on: the head the view has applied, or a log_head{} (log id all zero) for everything.
  log_head applied;
  follower_limits limits;
  feed_limits sockets;
};

struct feed_statistics {
  log_head delivered;
  log_head head;                  ///< The furthest the command side was heard to be.
  bool live = false;              ///< Delivered all that was heard of.
  bool connected = false;         ///< Something was heard within the last few seconds.
  std::uint64_t pages_requested = 0;
  std::uint64_t gaps = 0;         ///< Times a live commit did not follow the one before.
  std::uint64_t commits_damaged = 0;
};

/// Follows a log over ZeroMQ: live commits by SUB, what was missed by pages of history. A thread of its
/// own owns both sockets; the functions may be called from any thread.
class event_feed {
 public:
  /// Errors: bad_configuration (an address ZeroMQ does not understand). A peer that is not there is no
  /// error: the feed tries until it comes.
  [[nodiscard]] static result<std::unique_ptr<event_feed>> open(context& messaging, feed_options options);
  ~event_feed();
  event_feed(const event_feed&) = delete;
  event_feed& operator=(const event_feed&) = delete;

  /// Starts the thread. The handler must live until close() has returned. Called once.
  void start(feed_handler& handler);

  /// So many delivered commits, with so many bytes in all (sum of fed_commit::bytes), are applied.
  void applied(std::size_t commits, std::size_t bytes);

  /// Ends the thread and closes the sockets. May be called twice.
  void close();

  [[nodiscard]] feed_statistics statistics() const;

 private:
  class implementation;
  explicit event_feed(std::unique_ptr<implementation> inside);
  std::unique_ptr<implementation> inside_;
};

}  // namespace jumak::net
