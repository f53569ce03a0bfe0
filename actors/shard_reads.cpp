#include "actors/shard.hpp"
#include "core/assert.hpp"
#include "wire/reply.hpp"

/// The half of a shard that is about what is in memory: cells, their eviction, and asking a reader thread.
namespace jumak::actors {

aggregate_cell& shard::cell_of(const aggregate_id& id, const hosting::aggregate_kind* kind) {
  const auto [found, fresh] = cells_.try_emplace(id.text());
  if (!fresh) return *found->second;
  found->second = std::make_unique<aggregate_cell>();
  aggregate_cell& cell = *found->second;
  cell.id = id;
  cell.kind = kind;
  cell.by_use = by_use_.insert(by_use_.end(), &cell);
  // A name the filter has never seen needs no look at the disk.
  if (!index_->aggregate_may_exist(cell.id.text())) cell.state = cell.kind->create();
  if (!armed_->empty()) note_first_due(cell);
  return cell;
}

void shard::touch(aggregate_cell& cell) { by_use_.splice(by_use_.end(), by_use_, cell.by_use); }

void shard::evict_surplus() {
  // Busy cells are passed over, a few at a time; what is left over the limit goes once they are idle. Idle ones
  // all go now: it may be long until somebody calls again.
  constexpr int busy_max = 16;
  auto next = by_use_.begin();
  for (int busy = 0; busy < busy_max && cells_.size() > aggregates_max_ && next != by_use_.end();) {
    aggregate_cell* cell = *next;
    if (!cell->evictable()) {
      ++busy;
      ++next;
      continue;
    }
    next = by_use_.erase(next);
    cells_.erase(cells_.find(cell->id.text()));
  }
}

void shard::ask_reader(aggregate_cell& cell, shard_output& out) {
  auto job = std::make_shared<read_job>();
  job->shard = number_;
  job->aggregate = cell.id;
  job->kind = cell.kind;
  job->load = cell.state == nullptr;
  if (job->load) job->tail_places = index_->tail_places(cell.id.text());
  for (const parked_command& parked : cell.parked) {
    if (job->lookups.size() == limits_.lookups_per_read) break;
    job->lookups.push_back(lookup_for(cell, parked.command()));
  }
  cell.reading = true;
  out.reads.push_back(std::move(job));
}

lookup shard::lookup_for(const aggregate_cell& cell, const routed_command& command) const {
  lookup wanted;
  if (command.command == nullptr) return wanted;
  wanted.id = command.id;
  if (!command.from_engine) {
    wanted.candidates = index_->id_candidates(command.aggregate.text(), command.id.text());
  }
  const auto ask = [&](std::string stream) {
    if (cell.state && cell.state->version_of(stream)) return;
    // What the runs say of it is old, and must not be taken for new once this event has become durable.
    if (cell.closing.contains(stream)) return;
    const storage::stream_lookup seen = index_->find_stream(command.aggregate.text(), stream);
    if (seen.what == storage::stream_lookup::answer::ask_runs) wanted.streams.push_back(std::move(stream));
  };
  ask(command.command->stream());
  for (std::string& stream : command.command->other_streams()) ask(std::move(stream));
  return wanted;
}

bool shard::gather_facts(const aggregate_cell& cell, const subject& about, stream_facts& facts) const {
  const auto gather = [&](std::string stream) {
    if (cell.state->version_of(stream)) return true;
    if (const auto closing = cell.closing.find(stream); closing != cell.closing.end()) {
      facts.add(closing->second);
      return true;
    }
    const storage::stream_lookup seen = index_->find_stream(about.command.aggregate.text(), stream);
    if (seen.what != storage::stream_lookup::answer::ask_runs) {
      facts.add({std::move(stream), seen.at, std::string(seen.last_type)});
      return true;
    }
    const stream_fact* read = about.answer == nullptr ? nullptr : about.answer->facts.find(stream);
    if (read == nullptr) return false;
    facts.add(*read);
    return true;
  };
  if (!gather(about.command.command->stream())) return false;
  for (std::string& stream : about.command.command->other_streams()) {
    if (!gather(std::move(stream))) return false;
  }
  return true;
}

void shard::on_read(read_result& result, shard_output& out) {
  if (failed_) return;  // Whoever waited for it was answered.
  const auto found = cells_.find(result.job->aggregate.text());
  JUMAK_ASSERT(found != cells_.end());
  aggregate_cell& cell = *found->second;
  cell.reading = false;
  if (result.failure) {
    const error why{errc::unavailable, "reading " + cell.id.text() + " failed: " + result.failure->message,
                    std::nullopt};
    for (const parked_command& parked : cell.parked) {
      if (parked.command().from_engine) {
        if (parked.command().command != nullptr) continue;
        --due_in_flight_;
        put_off(cell.id.text(), parked.batch->clock);
        continue;
      }
      out.replies.push_back({parked.command().address, wire::error_reply(parked.command().id.text(), why)});
    }
    cell.parked.clear();
    return;
  }
  if (result.loaded) {
    cell.state = std::move(result.loaded->state);
    cell.aggregate_version = result.loaded->aggregate_version;
    cell.last_time = result.loaded->last_time;
  }
  JUMAK_ASSERT(result.answers.size() <= cell.parked.size());
  for (std::size_t index = 0; index < result.answers.size(); ++index) {
    cell.parked[index].answer = std::move(result.answers[index]);
  }
  drain_parked(cell, out);
  evict_surplus();
}

void shard::drain_parked(aggregate_cell& cell, shard_output& out) {
  while (!cell.parked.empty()) {
    parked_command& front = cell.parked.front();
    lookup_answer* answer = front.answer ? &*front.answer : nullptr;
    if (!settle(cell, {front.batch, front.command(), answer}, out)) {
      // An answer that came too early, or none yet: ask for those that are first in line now.
      for (parked_command& parked : cell.parked) parked.answer.reset();
      ask_reader(cell, out);
      return;
    }
    cell.parked.pop_front();
  }
}

}  // namespace jumak::actors
