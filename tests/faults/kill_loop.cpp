#include "tests/faults/kill_loop.hpp"

#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>
#include <thread>

#include "tests/faults/checker.hpp"
#include "tests/faults/server_pair.hpp"
#include "tests/faults/view_check.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using std::chrono::milliseconds;
using clock = std::chrono::steady_clock;

constexpr milliseconds death_patience{10'000};

/// Kills at its instant, whatever the thread that made it does meanwhile.
class killer {
 public:
  killer(std::vector<child_process*> victims, milliseconds delay)
      : thread_([this, victims = std::move(victims), delay](const std::stop_token& stop) {
          std::unique_lock lock(mutex_);
          ended_.wait_for(lock, stop, delay, [] { return false; });
          for (const auto* victim : victims) victim->signal(SIGKILL);
          done_ = true;
        }) {}

  [[nodiscard]] const std::atomic<bool>& done() const noexcept { return done_; }

 private:
  std::atomic<bool> done_{false};
  std::mutex mutex_;
  std::condition_variable_any ended_;
  std::jthread thread_;
};

class kill_loop {
 public:
  explicit kill_loop(const kill_options& options)
      : options_(options),
        pair_(options.server, options.folder),
        oracle_(context_, pair_.where(), options.seed, options.folder / "oracle") {}

  json::object run() {
    const auto begin = clock::now();
    restart(true, true);
    oracle_.set_up();
    for (cycle_ = 1; cycle_ <= options_.cycles; ++cycle_) turn();
    check_all();
    return figures(clock::now() - begin);
  }

 private:
  std::uint64_t pick(std::uint64_t below) { return oracle_.maker().pick(below); }

  void turn() {
    const auto dice = pick(3);
    const bool kills_commands = dice != 0;
    const bool kills_queries = dice != 1;
    std::vector<child_process*> victims;
    if (kills_commands) victims.push_back(pair_.commands());
    if (kills_queries) victims.push_back(pair_.queries());
    const std::size_t windows[]{1, 4, 16, 64, 256};
    const std::size_t window = windows[pick(5)];
    {
      const killer timed(victims, milliseconds(20 + pick(281)));
      oracle_.load(window, timed.done());
    }
    for (auto* victim : victims)
      if (victim->wait(death_patience) != -SIGKILL) throw violation("a side ended by itself");
    if (kills_commands) oracle_.command_side_died();
    if (kills_queries) oracle_.query_side_died();
    if (options_.canary != put_back::nothing) play_canary();
    restart(kills_commands, kills_queries);
    if (!pair_.commands()->running() || !pair_.queries()->running())
      throw violation("the side that was left alone ended");
    oracle_.settle();
    check_new();
    kills_ += victims.size();
    if (!options_.quiet && cycle_ % 20 == 0)
      std::cerr << "cycle " << cycle_ << ", position " << checker_.position() << std::endl;
  }

  void restart(bool commands, bool queries) {
    if (commands) pair_.lose_commands();
    if (queries) pair_.lose_queries();
    if (commands && cycle_ != 0 && pick(8) == 0) kill_while_it_starts();
    const auto begin = clock::now();
    if (commands) pair_.start_commands();
    if (queries) pair_.start_queries();
    if (commands) {
      const auto position = pair_.wait_commands();
      command_starts_.push_back(clock::now() - begin);
      if (position < oracle_.seen_position())
        throw violation("position " + std::to_string(oracle_.seen_position()) +
                        " had been shown, and the log ends at " + std::to_string(position));
    }
    if (!queries) return;
    pair_.wait_queries();
    query_starts_.push_back(clock::now() - begin);
  }

  void kill_while_it_starts() {
    pair_.start_commands();
    const killer timed({pair_.commands()}, milliseconds(pick(200)));
    if (pair_.commands()->wait(death_patience) != -SIGKILL)
      throw violation("the command side ended by itself while it started");
    ++start_kills_;
  }

  void check_new() {
    client history(context_, pair_.where().history);
    auto live = oracle_.take_live(UINT64_MAX);
    const auto see = [&](const json::object& event) {
      checker_.observe(event);
      const auto shown = live.find(checker_.position());
      if (shown != live.end() && json::parse(shown->second) != event)
        throw violation("shown live " + shown->second + " but stored " + json::serialize(event));
    };
    const auto head = read_history(history, checker_.position() + 1, see);
    if (!live.empty() && live.rbegin()->first > head)
      throw violation("shown live but not stored: " + live.rbegin()->second);
    oracle_.checked(checker_.settle(oracle_.told(), head));
    client queries(context_, pair_.where().queries);
    check_views(queries, checker_, 20);
    checker_.forget_touched();
  }

  /// The whole history again, with nothing but the oracle's file.
  void check_all() {
    client history(context_, pair_.where().history);
    const auto told = ledger::read(options_.folder / "oracle");
    checker all;
    const auto head =
        read_history(history, 1, [&all](const json::object& event) { all.observe(event); });
    all.settle(told, head);
    client queries(context_, pair_.where().queries);
    check_views(queries, all, 2'000);
    commands_checked_ = told.all().size();
  }

  /// Keeps a copy in the first cycle whose command side died, and puts it back in a later one.
  void play_canary() {
    if (pair_.commands()->running()) return;
    const auto copy = options_.folder / "copy";
    if (!fs::exists(copy)) {
      fs::copy(pair_.data(), copy, fs::copy_options::recursive);
      copied_at_ = oracle_.seen_position();
      return;
    }
    if (oracle_.seen_position() <= copied_at_) return;
    const char* part = options_.canary == put_back::log_only ? "log" : "";
    fs::remove_all(pair_.data() / part);
    fs::copy(copy / part, pair_.data() / part, fs::copy_options::recursive);
  }

  json::object figures(clock::duration took) {
    const auto& seen = oracle_.figures();
    return {{"seed", options_.seed},
            {"cycles", options_.cycles},
            {"kills", kills_},
            {"kills_while_starting", start_kills_},
            {"seconds", std::chrono::duration<double>(took).count()},
            {"head", checker_.position()},
            {"commands", commands_checked_},
            {"accepted", seen.accepted},
            {"rejected", seen.rejected},
            {"no_availability", seen.no_availability},
            {"asked_again_open", seen.resent_open},
            {"asked_again_known", seen.resent_known},
            {"sent_twice_at_once", seen.twins},
            {"turned_away", seen.turned_away},
            {"queries", seen.queries},
            {"live_events", seen.live},
            {"command_start_ms", starts(command_starts_)},
            {"query_start_ms", starts(query_starts_)}};
  }

  static json::object starts(std::vector<clock::duration>& all) {
    if (all.empty()) return {};
    std::sort(all.begin(), all.end());
    const auto at = [&all](double part) {
      const auto index = static_cast<std::size_t>(part * static_cast<double>(all.size() - 1));
      return std::chrono::duration_cast<milliseconds>(all[index]).count();
    };
    return {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1)}};
  }

  kill_options options_;
  zmq::context_t context_;
  server_pair pair_;
  oracle oracle_;
  checker checker_;
  std::uint64_t cycle_ = 0;
  std::uint64_t kills_ = 0;
  std::uint64_t start_kills_ = 0;
  std::uint64_t commands_checked_ = 0;
  std::uint64_t copied_at_ = 0;
  std::vector<clock::duration> command_starts_;
  std::vector<clock::duration> query_starts_;
};

}  // namespace

json::object run_kill_loop(const kill_options& options) {
  fs::create_directories(options.folder);
  return kill_loop(options).run();
}

}  // namespace jumak::faults
