#include "actors/shard.hpp"
#include "core/assert.hpp"
#include "core/pack.hpp"
#include "storage/index/due_id.hpp"

/// The part of a shard that is about deadlines (decision 0011): what fell due is decided as an ordinary command of
/// the engine, in its turn among the aggregate's commands.
namespace jumak::actors {
namespace {

std::shared_ptr<command_batch> batch_of_engine(const aggregate_cell& cell) {
  auto batch = std::make_shared<command_batch>();
  routed_command& command = batch->commands.emplace_back();
  command.address = net::nobody;
  command.aggregate = cell.id;
  command.kind = cell.kind;
  command.from_engine = true;
  return batch;
}

/// Without a command: settles what is due by `clock` once the aggregate can act.
command_batch_ptr look_at(const aggregate_cell& cell, timestamp clock) {
  auto batch = batch_of_engine(cell);
  batch->clock = clock;
  return batch;
}

/// The engine's own command for a deadline of the aggregate.
command_batch_ptr command_for(const aggregate_cell& cell, const storage::armed_deadlines::deadline& due) {
  auto batch = batch_of_engine(cell);
  routed_command& command = batch->commands.front();
  command.id = command_id::from_log(storage::due_id(cell.id.text(), due.stream, due.armed_by));
  command.command = cell.kind->due_command(due.stream);
  if (cell.given_time) command.time = due.due;  // So the record says by which clock the aggregate lives.
  std::string body;
  command.command->pack_to(body);
  command.fingerprint = hash128_of(body);
  return batch;
}

}  // namespace

void shard::on_due(timestamp clock, shard_output& out) {
  if (retry_due_at_ <= clock) {
    for (const std::string& aggregate : unread_due_) armed_->release(aggregate);
    unread_due_.clear();
    retry_due_at_ = timestamp::max();
  }
  while (due_in_flight_ < limits_.due_in_flight_max) {
    const auto taken = armed_->take_due(clock);
    if (!taken) return;
    const aggregate_id id = aggregate_id::from_log(*taken);
    const hosting::aggregate_kind* kind = domain_.find_kind(id.kind());
    if (kind == nullptr) {  // A newer version armed it, and knows what to do.
      put_off(std::string(*taken), clock);
      continue;
    }
    aggregate_cell& cell = cell_of(id, kind);
    touch(cell);
    // One at a time, so that those of different aggregates are settled in the order they are due.
    if (!cell.reading && cell.parked.empty() && settle_due(cell, clock, 1, out)) {
      armed_->release(id.text());
    } else {
      cell.parked.push_back({look_at(cell, clock), 0, std::nullopt});
      ++due_in_flight_;
      if (!cell.reading) ask_reader(cell, out);
    }
    evict_surplus();
  }
}

bool shard::settle_due(aggregate_cell& cell, timestamp until, std::size_t count_max, shard_output& out) {
  if (!cell.state) return false;
  for (; cell.first_due <= until && count_max > 0; --count_max) {
    const auto due = armed_->first_of(cell.id.text());
    JUMAK_ASSERT(due && due->due == cell.first_due);
    const command_batch_ptr batch = command_for(cell, *due);
    if (settle_engine(cell, {batch, batch->commands.front(), nullptr}, out)) continue;
    cell.parked.push_front({batch, 0, std::nullopt});
    return false;
  }
  return true;
}

bool shard::settle_engine(aggregate_cell& cell, const subject& about, shard_output& out) {
  if (!cell.state) return false;
  if (about.command.command == nullptr) {
    // A command before it in the line may have been given a time: then the clock has no say any more.
    if (!cell.given_time && !settle_due(cell, about.batch->clock, SIZE_MAX, out)) return false;
    armed_->release(cell.id.text());
    --due_in_flight_;
    return true;
  }
  stream_facts facts;
  if (!gather_facts(cell, about, facts)) return false;
  decide(cell, about, facts, std::max(cell.first_due, cell.last_time), out);
  return true;
}

void shard::note_deadlines(aggregate_cell& cell, const routed_command& command,
                           const std::vector<hosting::produced_event>& events) {
  const std::string& aggregate = cell.id.text();
  bool changed = command.from_engine;
  if (command.from_engine) {
    // Nothing was decided between the moment it fell due and now: the aggregate's line waited behind it.
    const auto stream = storage::stream_of_due_id(command.id.text(), aggregate);
    JUMAK_ASSERT(stream && armed_->first_of(aggregate)->stream == *stream);
    armed_->settle(aggregate, *stream);
  }
  for (const hosting::produced_event& event : events) {
    if (event.deadline.what == deadline_change::kind::none) continue;
    changed = true;
    if (event.deadline.what == deadline_change::kind::arm) {
      armed_->arm(aggregate, event.stream, event.deadline.due, event.stream_version);
    } else {
      armed_->settle(aggregate, event.stream);
    }
  }
  const bool given = command.time.has_value();
  if (!changed && (cell.first_due == timestamp::max() || cell.given_time == given)) return;
  armed_->set_given_time(aggregate, given);
  note_first_due(cell);
}

void shard::note_first_due(aggregate_cell& cell) const {
  const auto first = armed_->first_of(cell.id.text());
  cell.first_due = first ? first->due : timestamp::max();
  cell.given_time = armed_->lives_by_given_time(cell.id.text());
}

void shard::put_off(const std::string& aggregate, timestamp clock) {
  unread_due_.push_back(aggregate);
  retry_due_at_ = std::min(retry_due_at_, clock + limits_.due_retry);
}

}  // namespace jumak::actors
