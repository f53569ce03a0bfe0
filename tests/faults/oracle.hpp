#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <zmq.hpp>

#include "tests/faults/client.hpp"
#include "tests/faults/command_maker.hpp"
#include "tests/faults/ledger.hpp"
#include "tests/faults/oracle_file.hpp"

namespace jumak::faults {

/// Where a server's four endpoints are.
struct addresses {
  std::string commands;
  std::string queries;
  std::string events;
  std::string history;
};

/// The client side of a fault test: loads the server, notes all that it is told in its own file before it
/// goes on, and asks again with the same id until it knows. Throws violation when an answer contradicts
/// an earlier one. Used by one thread.
class oracle {
 public:
  oracle(zmq::context_t& context, addresses where, std::uint64_t seed,
         const std::filesystem::path& file);

  /// Sends the hotels and waits for the answers.
  void set_up();
  /// Loads the server with up to `window` commands at once until `stop`.
  void load(std::size_t window, const std::atomic<bool>& stop);
  /// Takes what had arrived when the command side died, and forgets its connections.
  void command_side_died();
  void query_side_died();
  /// Connects again where a side died, asks everything still open again, and waits until all is known.
  void settle();
  /// Moves what was checked out of the ledger; some of it is asked again later.
  void checked(const std::vector<std::string>& ids);

  [[nodiscard]] const ledger& told() const noexcept { return told_; }
  [[nodiscard]] command_maker& maker() noexcept { return maker_; }
  /// The greatest position any answer, of either side, ever showed.
  [[nodiscard]] std::uint64_t seen_position() const noexcept { return seen_; }
  /// Live events as they came, by position, those up to `position` taken out.
  std::map<std::uint64_t, std::string> take_live(std::uint64_t position);

  struct counts {
    std::uint64_t sent = 0, accepted = 0, rejected = 0, no_availability = 0, resent_open = 0,
                  resent_known = 0, twins = 0, turned_away = 0, queries = 0, live = 0;
  };
  [[nodiscard]] const counts& figures() const noexcept { return counts_; }

 private:
  void connect_commands();
  void connect_queries();
  void turn(std::size_t window, bool fresh);
  std::vector<std::string> choose(std::size_t window);
  void send(const std::vector<std::string>& frames);
  void receive();
  void take_answer(const std::string& reply);
  void take_query_answer(const std::string& reply);
  void take_events();
  void send_queries();
  void wait();

  zmq::context_t& context_;
  addresses where_;
  command_maker maker_;
  oracle_file file_;
  ledger told_;
  ledger remembered_;
  std::deque<std::string> remembered_ids_;
  std::array<std::unique_ptr<client>, 4> commands_;
  std::unique_ptr<client> queries_;
  zmq::socket_t events_;
  std::map<std::string, int> under_way_;  ///< Copies sent and not answered on living connections.
  std::deque<std::string> again_;         ///< Frames to be sent once more.
  std::map<std::uint64_t, std::uint64_t> asked_;  ///< Query number -> its `after`.
  std::uint64_t queries_made_ = 0;
  std::uint64_t acknowledged_ = 0;  ///< Greatest position of an answer to a command.
  std::uint64_t answered_at_ = 0;   ///< Greatest position of an answer to a query.
  std::uint64_t seen_ = 0;
  std::map<std::uint64_t, std::string> live_;
  counts counts_;
};

}  // namespace jumak::faults
