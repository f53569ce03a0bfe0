#pragma once

#include <atomic>
#include <caf/all.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "actors/command_gateway.hpp"
#include "actors/commit_inbox.hpp"
#include "actors/domain_deadlines.hpp"
#include "actors/due_watch.hpp"
#include "actors/event_rendering.hpp"
#include "actors/history.hpp"
#include "actors/interfaces.hpp"
#include "actors/limits.hpp"
#include "actors/supervision.hpp"
#include "hosting/hosted_domain.hpp"
#include "net/event_publisher.hpp"
#include "net/router_endpoint.hpp"
#include "storage/data_folder.hpp"
#include "storage/index/armed_deadlines.hpp"
#include "storage/index/index_fold.hpp"
#include "storage/index/run_store.hpp"
#include "storage/index/shard_index.hpp"
#include "storage/index/unread_events.hpp"
#include "storage/log/log.hpp"

namespace jumak::actors {

struct command_side_options {
  std::filesystem::path data;
  std::string commands_address;
  std::string events_address;
  std::string events_inside_address;  ///< For a query side of this process; empty = there is none.
  std::string history_address;
  bool allow_backdating = false;
  std::uint32_t shards = 1;
  bool fold_paused = false;  ///< For tests: the index on disk does not grow.
  command_limits limits;
  history_limits history;
};

/// Hears what an operator should know. Any thread; must not block long.
struct command_side_listener {
  std::function<void(std::string_view)> note;
  /// The command side stopped acknowledging for good; the process should end. Once at least.
  std::function<void(const std::string&)> broken;
};

/// The command side: endpoints, gateway, shards, journal, fold and publisher around one log. Opened, started
/// and stopped by one thread.
class command_side {
 public:
  /// Takes the data folder, opens the log, rebuilds what is in memory, and binds; nothing is read yet. Errors
  /// are sentences for the operator.
  [[nodiscard]] static result<std::unique_ptr<command_side>> open(const hosting::hosted_domain& domain,
                                                                  caf::actor_system& system,
                                                                  net::context& messaging,
                                                                  command_side_options options,
                                                                  command_side_listener listener);
  /// stop()s.
  ~command_side();
  command_side(const command_side&) = delete;
  command_side& operator=(const command_side&) = delete;

  /// Starts to answer.
  void start();

  /// Takes no more, answers what is in flight, makes all of it durable, publishes it, and closes the log. At
  /// most about `patience`; false when something was left over.
  bool stop(std::chrono::milliseconds patience);

  [[nodiscard]] const std::string& commands_address() const { return commands_->bound_address(); }
  [[nodiscard]] const std::string& events_address() const { return publisher_->bound_address(); }
  [[nodiscard]] const std::string& history_address() const { return history_endpoint_->bound_address(); }
  [[nodiscard]] log_head head() const { return log_->head(); }

 private:
  command_side(const hosting::hosted_domain& domain, caf::actor_system& system, command_side_options options,
               command_side_listener listener);

  result<void> open_storage();
  result<void> discard_unfit_index();
  /// Called for each event that a newer version wrote.
  result<void> note_unread_event();
  result<void> restore();
  result<void> replay_tail();
  result<void> bind(net::context& messaging);
  void spawn_actors();
  void spawn_shards();
  void on_flushed(const flush_result_ptr& result);
  void collect_for_fold(const flush_result_ptr& result);
  void on_log_failed(std::vector<ready_reply> replies);
  void on_folded(const storage::checkpoint& folded);
  void check_tail();
  [[nodiscard]] std::string status() const;

  const hosting::hosted_domain& domain_;
  domain_deadlines deadlines_;
  caf::actor_system& system_;
  command_side_options options_;
  command_side_listener listener_;
  admission doors_;

  std::unique_ptr<storage::data_folder> folder_;
  std::unique_ptr<storage::log> log_;
  std::unique_ptr<storage::run_store> store_;
  std::unique_ptr<storage::unread_events> unread_;
  std::unique_ptr<storage::index_fold> fold_;
  std::vector<std::unique_ptr<storage::shard_index>> indexes_;
  std::vector<std::unique_ptr<storage::armed_deadlines>> armed_;  ///< One per shard, until it has it.

  std::unique_ptr<net::router_endpoint> commands_;
  std::unique_ptr<net::event_publisher> publisher_;
  std::unique_ptr<net::router_endpoint> history_endpoint_;
  std::unique_ptr<command_decoder> decoder_;
  std::unique_ptr<command_gateway> gateway_;
  std::unique_ptr<history> history_;
  std::unique_ptr<event_rendering> rendering_;

  std::unique_ptr<due_watch> due_;
  std::unique_ptr<supervision> supervision_;
  std::vector<shard_actor> shards_;
  std::vector<std::shared_ptr<commit_inbox>> inboxes_;  ///< One per shard.
  journal_actor journal_;
  reader_actor reader_;
  fold_actor fold_actor_;

  std::vector<flush_result_ptr> to_fold_;  ///< The journal's thread alone.
  std::size_t to_fold_records_ = 0;

  std::atomic<std::uint64_t> last_record_ = 0;    ///< Of the log.
  std::atomic<std::uint64_t> folded_record_ = 0;  ///< Up to where the index on disk has it.
  std::unique_ptr<std::atomic<std::size_t>[]> in_memory_;  ///< Aggregates, per shard.
  bool stopped_ = false;
};

}  // namespace jumak::actors
