#include "app/hotel/replay_run.hpp"

#include <algorithm>
#include <unordered_map>

namespace jumak::app::client {
namespace {

using time_point = replay_flow::time_point;

constexpr auto progress_interval = std::chrono::seconds(1);
/// A connection that is made or lost does not always wake zmq::poll, so we look this often.
constexpr auto look_interval = std::chrono::milliseconds(50);

/// The hotel is aggregate 0; each guest, who is sent one command, gets the number after its booking.
std::vector<std::uint32_t> aggregates_of(const replay_plan& plan) {
  std::vector<std::uint32_t> aggregates;
  aggregates.reserve(plan.commands.size());
  for (const planned_command& command : plan.commands) {
    aggregates.push_back(replay_plan::is_for_hotel(command) ? 0 : command.booking + 1);
  }
  return aggregates;
}

/// The sending and receiving between a flow, which knows when, and a connection, which knows how.
class replay_driver {
 public:
  replay_driver(const replay_plan& plan, connection& link, flow_limits limits, std::size_t batch,
                std::uint64_t seed, replay_report& report)
      : plan_(plan),
        link_(link),
        batch_(batch),
        report_(report),
        flow_(aggregates_of(plan), limits, seed, std::chrono::steady_clock::now()) {}

  replay_outcome run(const progress_handler& progress) {
    auto progress_at = std::chrono::steady_clock::now() + progress_interval;
    while (true) {
      const time_point now = std::chrono::steady_clock::now();
      receive_all(now);
      const auto status = flow_.status_at(now);
      if (status != replay_flow::status::running) {
        return {status, flow_.resent(), flow_.out_of_order(), backdating_forbidden_};
      }
      mind_connection(now);
      const bool waiting_for_connection = !send_all(now);
      if (now >= progress_at) {
        progress(flow_.settled(), report_);
        progress_at = now + progress_interval;
      }
      wait(now, waiting_for_connection);
    }
  }

 private:
  void receive_all(time_point now) {
    while (auto frames = link_.receive()) {
      for (const std::string& frame : *frames) {
        if (auto answer = read_reply(frame)) {
          take(*answer, now);
        }
      }
    }
  }

  void take(const reply& answer, time_point now) {
    const auto found = under_way_.find(answer.id);
    if (found == under_way_.end()) {
      return;  // of a copy that was answered before
    }
    const std::size_t index = found->second;
    if (!flow_.answered(index, verdict_of(answer), answer.duplicate, answer.retry_after, now)) {
      return;
    }
    under_way_.erase(found);
    report_.take(index, plan_.commands[index].type, answer);
    if (answer.code == name_of(errc::forbidden) && report_.accepted() == 0) {
      backdating_forbidden_ = true;
      flow_.stop();
    }
  }

  void mind_connection(time_point now) {
    if (link_.lost()) {
      flow_.connection_lost(now);
    } else if (flow_.overdue(now)) {
      link_.drop();
      flow_.connection_lost(now);
    }
  }

  /// False if there is no connection to send on.
  bool send_all(time_point now) {
    if (!link_.ready(now)) {
      return false;
    }
    std::vector<std::string> frames;
    const auto flush = [&] {
      // What is not taken counts as under way on a connection that is going: it is sent again.
      const bool taken = frames.empty() || link_.send(frames);
      frames.clear();
      return taken;
    };
    while (const auto index = flow_.next(now)) {
      const planned_command& command = plan_.commands[*index];
      under_way_.emplace(plan_.id_of(command), *index);
      frames.push_back(plan_.frame_of(command));
      if (frames.size() == batch_ && !flush()) {
        return false;
      }
    }
    return flush();
  }

  void wait(time_point now, bool waiting_for_connection) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(flow_.wake_at() - now);
    const int events = waiting_for_connection ? ZMQ_POLLIN | ZMQ_POLLOUT : ZMQ_POLLIN;
    zmq::pollitem_t item{link_.socket().handle(), 0, static_cast<short>(events), 0};
    wait_for({&item, 1}, std::clamp(left, std::chrono::milliseconds(1), look_interval));
  }

  const replay_plan& plan_;
  connection& link_;
  std::size_t batch_;
  replay_report& report_;
  replay_flow flow_;
  std::unordered_map<std::string, std::size_t> under_way_;  // by id
  bool backdating_forbidden_ = false;
};

}  // namespace

replay_outcome run_plan(const replay_plan& plan, connection& link, flow_limits limits,
                        std::size_t batch, std::uint64_t seed, replay_report& report,
                        const progress_handler& progress) {
  return replay_driver(plan, link, limits, batch, seed, report).run(progress);
}

}  // namespace jumak::app::client
