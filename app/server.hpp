#pragma once

#include <atomic>
#include <caf/all.hpp>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "actors/command_side.hpp"
#include "actors/query_side.hpp"
#include "actors/system_config.hpp"
#include "core/error.hpp"
#include "hosting/hosted_domain.hpp"
#include "net/context.hpp"

namespace jumak::app {

enum class server_role : std::uint8_t { both, command, query };

/// Answers that must leave before a stop; afterwards the process ends all the same.
inline constexpr std::chrono::milliseconds stop_patience{3'000};

struct server_options {
  server_role role = server_role::both;
  std::filesystem::path data = "jumak-data";
  std::string commands = "tcp://127.0.0.1:7601";
  std::string queries = "tcp://127.0.0.1:7602";
  std::string events = "tcp://127.0.0.1:7603";   ///< Of a query role: the command side's, to connect to.
  std::string history = "tcp://127.0.0.1:7604";  ///< Likewise.
  bool allow_backdating = false;
  std::uint32_t shards = 1;
  std::size_t pool_threads = 2;
  bool fold_paused = false;
  std::optional<std::size_t> aggregates_in_memory_max;
  /// Where views are kept; empty: in `data`, and by a query role nowhere.
  std::filesystem::path views;
  std::uint64_t view_snapshot_every = actors::view_limits().snapshot_every;  ///< In events; 0 = never.
};

/// One process of Jumak: the command side, the query side, or both. Used by one thread.
class server {
 public:
  /// Opens and binds all; errors are sentences for the operator. `domain` must outlive it.
  [[nodiscard]] static result<std::unique_ptr<server>> open(const hosting::hosted_domain& domain,
                                                            server_options options);
  /// stop()s.
  ~server();
  server(const server&) = delete;
  server& operator=(const server&) = delete;

  /// Starts to answer. Returns once every view has applied the head the log had at start, or stopped before an
  /// event of a newer version; or, with false, when `give_up` became true before or something broke.
  bool start(const std::atomic<bool>& give_up);
  /// The line for stdout that says what was bound; valid after start().
  [[nodiscard]] std::string ready_line() const;
  [[nodiscard]] const server_options& bound() const noexcept { return options_; }

  /// Why the server must end by itself; nothing while all is well.
  [[nodiscard]] std::optional<std::string> broken() const;
  /// Called once when it breaks, from some thread, for example to wake the main thread.
  void on_broken(std::function<void()> wake);

  /// Answers what is in flight and stops. False when something was left over.
  bool stop();

 private:
  server(const hosting::hosted_domain& domain, server_options options);
  result<void> open_sides();
  void note_ready(const log_head& head);
  void note_stopped(const log_head& at, const std::string& why);
  void note_broken(const std::string& why);

  const hosting::hosted_domain& domain_;
  server_options options_;
  net::context messaging_;
  actors::system_config config_;
  caf::actor_system system_;
  std::unique_ptr<actors::command_side> commands_;
  std::unique_ptr<actors::query_side> queries_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<log_head> ready_;
  std::optional<std::string> broken_;
  std::function<void()> wake_;
};

}  // namespace jumak::app
