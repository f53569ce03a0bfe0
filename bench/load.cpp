#include "bench/load.hpp"

#include "bench/failure.hpp"
#include "bench/numbered_id.hpp"
#include "bench/reply_scanner.hpp"
#include "bench/signals.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace jumak::bench {

namespace {

using steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds exchange_wait{100};
constexpr std::chrono::seconds silence_max{10};
constexpr std::string_view echoed_id = R"({"id":")";

/// One measurement: the table of what is in flight, and what is to be done with each answer.
class load_run final : public frame_sink {
 public:
  load_run(workload& commands, const std::string& prefix, const load_options& options,
           connections& peers)
      : commands_(commands),
        prefix_(prefix),
        options_(options),
        peers_(peers),
        in_flight_(options.shape.connections * options.shape.messages),
        arriving_(options.shape.connections) {}

  load_result run();

  void on_frame(std::size_t connection, std::string_view frame, bool last) override;

 private:
  /// A message that waits for its answer.
  struct message {
    steady::time_point sent;
    /// The number of its first command; the others follow.
    std::uint64_t first_number = 0;
    bool waits = false;
  };

  static constexpr std::size_t no_slot = SIZE_MAX;

  /// An answer that is arriving: its slot once it is known, its frames so far, how many of them
  /// were accepted.
  struct answer {
    std::size_t slot = no_slot;
    std::size_t frames = 0;
    std::size_t accepted = 0;
  };

  void send(std::size_t slot);
  void check(std::size_t connection, std::string_view frame);
  void count(scanned_reply::outcome what, std::string_view frame);
  void surprise(std::uint64_t& counter, std::string_view frame);
  void finish_message(const answer& arrived, std::string_view frame);
  scanned_reply read(std::string_view frame);

  workload& commands_;
  const std::string& prefix_;
  const load_options& options_;
  connections& peers_;
  reply_scanner scanner_;
  std::vector<message> in_flight_;
  /// By connection: frames of several connections may arrive in turn.
  std::vector<answer> arriving_;
  std::size_t waiting_ = 0;
  std::uint64_t next_number_ = 0;
  bool sending_ = true;

  steady::time_point measure_from_;
  steady::time_point measure_to_;
  steady::time_point heard_;
  load_result result_;
};

load_result load_run::run() {
  heard_ = steady::now();
  measure_from_ = heard_ + options_.warm_up;
  measure_to_ = measure_from_ + options_.duration;
  for (std::size_t slot = 0; slot < in_flight_.size(); ++slot) send(slot);
  while (waiting_ > 0) {
    peers_.exchange(exchange_wait, *this);
    const auto now = steady::now();
    sending_ = sending_ && now < measure_to_ && !stop_requested();
    if (now - heard_ > silence_max)
      throw failure("No answer for 10 s with " + std::to_string(waiting_) + " messages in flight.");
  }
  result_.seconds = std::chrono::duration<double>(options_.duration).count();
  result_.parsed = scanner_.parsed();
  return std::move(result_);
}

void load_run::send(std::size_t slot) {
  const std::size_t count = options_.shape.commands;
  if (next_number_ + count > commands_.capacity())
    throw failure(
        "The workload has no more commands that would be accepted; measure for a shorter time.");
  auto& message = in_flight_[slot];
  message = {steady::now(), next_number_, true};
  ++waiting_;
  for (std::size_t command = 0; command < count; ++command)
    peers_.send(slot / options_.shape.messages, commands_.next(slot, next_number_++),
                command + 1 == count);
}

scanned_reply load_run::read(std::string_view frame) {
  if (!options_.echo) return scanner_.scan(frame);
  if (!frame.starts_with(echoed_id)) return {};
  return {scanned_reply::outcome::accepted, frame.substr(echoed_id.size(), numbered_id::width), 0};
}

void load_run::on_frame(std::size_t connection, std::string_view frame, bool last) {
  check(connection, frame);
  ++arriving_[connection].frames;
  if (last) finish_message(std::exchange(arriving_[connection], {}), frame);
}

void load_run::check(std::size_t connection, std::string_view frame) {
  auto& arriving = arriving_[connection];
  const scanned_reply reply = read(frame);
  const auto id = numbered_id::parse(reply.id, prefix_);
  // The answer's place in the message must be the command's, and the connection the one that asked.
  const bool known = id && id->slot < in_flight_.size() &&
                     id->slot / options_.shape.messages == connection &&
                     in_flight_[id->slot].waits &&
                     id->number == in_flight_[id->slot].first_number + arriving.frames &&
                     (arriving.frames == 0 || id->slot == arriving.slot);
  if (!known) {
    surprise(result_.strange, frame);
    return;
  }
  arriving.slot = id->slot;
  arriving.accepted += reply.what == scanned_reply::outcome::accepted ? 1 : 0;
  result_.position = std::max(result_.position, reply.position);
  count(reply.what, frame);
}

void load_run::count(scanned_reply::outcome what, std::string_view frame) {
  switch (what) {
    case scanned_reply::outcome::accepted:
      ++result_.accepted_in_all;
      break;
    case scanned_reply::outcome::duplicate:
      surprise(result_.duplicates, frame);
      break;
    case scanned_reply::outcome::rejected:
      surprise(result_.rejected, frame);
      break;
    case scanned_reply::outcome::error:
      surprise(result_.errors, frame);
      break;
    case scanned_reply::outcome::unreadable:
      surprise(result_.strange, frame);
      break;
  }
}

void load_run::surprise(std::uint64_t& counter, std::string_view frame) {
  ++counter;
  if (result_.first_surprise.empty()) result_.first_surprise = frame.substr(0, 500);
}

void load_run::finish_message(const answer& arrived, std::string_view frame) {
  if (arrived.slot == no_slot) return;
  if (arrived.frames != options_.shape.commands) surprise(result_.strange, frame);
  auto& message = in_flight_[arrived.slot];
  message.waits = false;
  --waiting_;
  heard_ = steady::now();
  if (heard_ >= measure_from_ && heard_ < measure_to_) {
    const auto took =
        std::chrono::duration_cast<std::chrono::nanoseconds>(heard_ - message.sent).count();
    for (std::size_t command = 0; command < arrived.accepted; ++command)
      result_.latency.record(static_cast<std::uint64_t>(took));
    result_.acknowledged += arrived.accepted;
  }
  if (sending_) send(arrived.slot);
}

}  // namespace

double load_result::per_second() const noexcept {
  return seconds > 0 ? static_cast<double>(acknowledged) / seconds : 0;
}

load_result run_load(const std::string& address, workload& commands, const std::string& prefix,
                     const load_options& options) {
  const auto peers = connect(options.client, address, options.shape.connections);
  return load_run(commands, prefix, options, *peers).run();
}

}  // namespace jumak::bench
