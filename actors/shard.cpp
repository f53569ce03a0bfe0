#include "actors/shard.hpp"

#include <algorithm>
#include <limits>

#include "actors/answers.hpp"
#include "core/assert.hpp"
#include "storage/index/due_id.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {
namespace {

std::shared_ptr<append_request>& appending(shard_output& out, std::uint32_t shard) {
  if (!out.append) {
    out.append = std::make_shared<append_request>();
    out.append->shard = shard;
  }
  return out.append;
}

/// Events as the record wants them: with aggregate versions, pointing into `produced`.
std::vector<event_view> as_views(const std::vector<hosting::produced_event>& produced, version aggregate_version) {
  std::vector<event_view> views;
  views.reserve(produced.size());
  for (const hosting::produced_event& event : produced) {
    aggregate_version = aggregate_version.next();
    views.push_back({event.stream, event.type, event.schema, event.stream_version, aggregate_version, event.payload});
  }
  return views;
}

record_view record_of(const routed_command& command, timestamp now) {
  record_view record;
  record.aggregate = command.aggregate.text();
  record.id = command.id.text();
  record.fingerprint = command.fingerprint;
  record.time = now;
  record.time_given = command.time.has_value();
  record.actor = command.actor;
  record.correlation_id = command.correlation_id;
  record.traceparent = command.traceparent;
  return record;
}

/// A client may expect any 64 bits; details are signed.
std::int64_t as_detail(version number) {
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(number.value(), most));
}

rejection conflict(const routed_command& command, std::string_view stream, version expected, version actual) {
  const std::string full = stream_name(command.aggregate.text(), stream);
  return {"version_conflict",
          full + " is at version " + std::to_string(actual.value()) + ", not " + std::to_string(expected.value()) + ".",
          {{"stream", full},
           {"expected", as_detail(expected)},
           {"actual", as_detail(actual)}}};
}

ready_reply unavailable(const routed_command& command) {
  const error why{errc::unavailable, "the server stopped, since its disk failed", std::nullopt};
  return {command.address, wire::error_reply(command.id.text(), why)};
}

}  // namespace

shard::shard(std::uint32_t number, const hosting::hosted_domain& domain, const command_limits& limits,
             std::size_t aggregates_max, record_number last_record, std::unique_ptr<storage::shard_index> index,
             std::unique_ptr<storage::armed_deadlines> armed)
    : number_(number),
      domain_(domain),
      limits_(limits),
      aggregates_max_(aggregates_max),
      index_(std::move(index)),
      armed_(std::move(armed)),
      last_record_(last_record) {
  JUMAK_ASSERT(aggregates_max_ > 0);
}

void shard::on_commands(const command_batch_ptr& batch, shard_output& out) {
  if (failed_) {
    for (const routed_command& command : batch->commands) out.replies.push_back(unavailable(command));
    return;
  }
  if (next_due() <= batch->clock) on_due(batch->clock, out);
  constexpr std::size_t ahead = 4;  // About a microsecond each: longer than memory takes.
  const std::vector<routed_command>& commands = batch->commands;
  for (std::uint32_t index = 0; index < commands.size(); ++index) {
    if (index + ahead < commands.size()) {
      const routed_command& soon = commands[index + ahead];
      index_->prefetch_id(soon.aggregate.text(), soon.id.text());
    }
    aggregate_cell& cell = cell_of(commands[index].aggregate, commands[index].kind);
    touch(cell);
    take(cell, batch, index, out);
    evict_surplus();
  }
}

void shard::take(aggregate_cell& cell, const command_batch_ptr& batch, std::uint32_t index, shard_output& out) {
  const routed_command& command = batch->commands[index];
  if (!cell.reading && cell.parked.empty() && settle(cell, {batch, command, nullptr}, out)) return;
  cell.parked.push_back({batch, index, std::nullopt});
  if (!cell.reading) ask_reader(cell, out);
}

bool shard::settle(aggregate_cell& cell, const subject& about, shard_output& out) {
  if (about.command.from_engine) return settle_engine(cell, about, out);
  switch (settle_remembered(cell, about, out)) {
    case memory::settled: return true;
    case memory::must_read: return false;
    case memory::none: break;
  }
  const routed_command& command = about.command;
  if (command.expires && about.batch->clock >= *command.expires) {
    const error why{errc::expired, "expires: that moment has passed", std::nullopt};
    out.replies.push_back({command.address, wire::error_reply(command.id.text(), why)});
    return true;
  }
  if (!cell.state) return false;
  // What the clock has passed comes before this batch, also when it was armed while the command was parked.
  const timestamp clock = cell.given_time ? timestamp::min() : about.batch->clock;
  if (cell.first_due <= clock && !settle_due(cell, clock, SIZE_MAX, out)) return false;
  const timestamp now = command.time.value_or(std::max(about.batch->clock, cell.last_time));
  if (cell.aggregate_version != version() && now < cell.last_time) {
    refuse(cell, command,
           {errc::forbidden, "time: earlier than the last event of " + command.aggregate.text(), std::nullopt}, out);
    return true;
  }
  if (cell.first_due <= now && !settle_due(cell, now, SIZE_MAX, out)) return false;
  stream_facts facts;
  if (!gather_facts(cell, about, facts)) return false;
  decide(cell, about, facts, now, out);
  return true;
}

shard::memory shard::settle_remembered(aggregate_cell& cell, const subject& about, shard_output& out) {
  const routed_command& command = about.command;
  if (const auto found = cell.undurable.find(command.id.text()); found != cell.undurable.end()) {
    const bool same = found->second.fingerprint == command.fingerprint;
    found->second.copies.push_back({command.address, command.id.text(), same});
    ++copies_waiting_;
    return memory::settled;
  }
  const lookup_answer* answer = about.answer;
  if (answer != nullptr && answer->record &&
      storage::within_horizon(answer->record->number, last_record_, limits_.id_horizon)) {
    answer_old(command, *answer->record, out);
    return memory::settled;
  }
  // A first copy may have become durable after the look-up for this one began.
  const auto looked_in = [&](commit_key candidate) {
    return answer != nullptr && std::ranges::find(answer->looked_in, candidate) != answer->looked_in.end();
  };
  const auto candidates = index_->id_candidates(command.aggregate.text(), command.id.text());
  return std::ranges::all_of(candidates, looked_in) ? memory::none : memory::must_read;
}

void shard::answer_old(const routed_command& command, const storage::found_record& record, shard_output& out) {
  const bool same = record.fingerprint == command.fingerprint;
  out.replies.push_back({command.address, same ? reply_of(record) : id_reused_reply(command.id.text())});
}

void shard::refuse(const aggregate_cell& cell, const routed_command& command, const error& why, shard_output& out) {
  if (cell.undurable.empty()) {
    out.replies.push_back({command.address, wire::error_reply(command.id.text(), why)});
  } else {
    appending(out, number_)->afterwards.push_back({command.address, command.id.text(), why});
  }
}

void shard::decide(aggregate_cell& cell, const subject& about, const stream_facts& facts, timestamp now,
                   shard_output& out) {
  const routed_command& command = about.command;
  const decision_context context{now, command.actor};
  record_view record = record_of(command, now);
  std::vector<hosting::produced_event> events;
  record.refusal = cell.state->precheck(*command.command, facts, context);
  if (!record.refusal && command.expected_version) {
    const std::string stream = command.command->stream();
    const version actual = cell.state->version_of(stream).value_or(facts.version_of(stream));
    if (actual != *command.expected_version) {
      record.refusal = conflict(command, stream, *command.expected_version, actual);
    }
  }
  if (!record.refusal) {
    auto decided = cell.state->decide(*command.command, facts, context);
    if (decided) {
      events = std::move(*decided);
    } else {
      record.refusal = std::move(decided.error());
    }
  }
  record.events = as_views(events, cell.aggregate_version);
  if (!append(cell, about, record, out)) return;
  if (record.refusal) events.clear();
  note_deadlines(cell, command, events);
  if (events.empty()) return;
  cell.state->accept(now);
  cell.aggregate_version = cell.aggregate_version.plus(events.size());
  cell.last_time = now;
  note_closing(cell, events);
}

bool shard::append(aggregate_cell& cell, const subject& about, record_view& record, shard_output& out) {
  const routed_command& command = about.command;
  const auto& request = appending(out, number_);
  const std::size_t start = request->records.size();
  encode_record(request->records, record);
  if (request->records.size() - start > record_size_max && command.from_engine) {
    // Not deciding it would leave its deadline due for ever.
    request->records.resize(start);
    record.refusal = rejection{"too_large", "The events of this command exceed 512 KiB.", {}};
    record.events.clear();
    encode_record(request->records, record);
  }
  const std::size_t size = request->records.size() - start;
  if (size > record_size_max) {
    request->records.resize(start);
    refuse(cell, command, {errc::too_large, "the events of this command exceed 512 KiB", std::nullopt}, out);
    return false;
  }
  request->entries.push_back(
      {command.address, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(record.events.size())});
  cell.undurable.try_emplace(command.id.text(), undurable_record{command.fingerprint, {}});
  if (command.from_engine) ++due_in_flight_;
  return true;
}

void shard::note_closing(aggregate_cell& cell, const std::vector<hosting::produced_event>& events) {
  for (const hosting::produced_event& event : events) {
    if (cell.state->version_of(event.stream)) continue;
    cell.closing[event.stream] = stream_fact{event.stream, event.stream_version, std::string(event.type)};
  }
}

void shard::on_committed(const flush_result& result, shard_output& out) {
  record_view record;
  for (const committed_record& where : result.records) {
    last_record_ = result.number(where);
    if (where.shard != number_) continue;
    result.read(where, record);
    index_->add(record, result.place(where), result.number(where));
    const auto found = cells_.find(record.aggregate);
    JUMAK_ASSERT(found != cells_.end());  // A cell with undurable records is never evicted.
    aggregate_cell& cell = *found->second;
    const auto undurable = cell.undurable.find(record.id);
    JUMAK_ASSERT(undurable != cell.undurable.end());
    if (storage::is_due_id(record.id)) --due_in_flight_;
    settle_copies(undurable->second, record, result.position_before(where), out);
    cell.undurable.erase(undurable);
    if (cell.closing.empty()) continue;
    for (const event_view& event : record.events) {
      const auto closing = cell.closing.find(event.stream);
      if (closing != cell.closing.end() && closing->second.at == event.stream_version) cell.closing.erase(closing);
    }
  }
  evict_surplus();
}

void shard::settle_copies(const undurable_record& undurable, const record_view& record, position before,
                          shard_output& out) {
  copies_waiting_ -= undurable.copies.size();
  for (const waiting_copy& copy : undurable.copies) {
    out.replies.push_back({copy.address, copy.same_body ? reply_of(record, before, true) : id_reused_reply(copy.id)});
  }
}

void shard::on_log_failed(shard_output& out) {
  const error why{errc::outcome_unknown, "the disk failed; retry this command with the same id", std::nullopt};
  for (const auto& [name, cell] : cells_) {
    for (const auto& [id, undurable] : cell->undurable) {
      for (const waiting_copy& copy : undurable.copies) {
        out.replies.push_back({copy.address, wire::error_reply(copy.id, why)});
      }
    }
    for (const parked_command& parked : cell->parked) {
      if (!parked.command().from_engine) out.replies.push_back(unavailable(parked.command()));
    }
  }
  cells_.clear();
  by_use_.clear();
  copies_waiting_ = 0;
  armed_ = std::make_unique<storage::armed_deadlines>();
  retry_due_at_ = timestamp::max();
  failed_ = true;
}

}  // namespace jumak::actors
