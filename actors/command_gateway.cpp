#include "actors/command_gateway.hpp"

#include "actors/request_errors.hpp"
#include "actors/wall_clock.hpp"
#include "core/pack.hpp"
#include "storage/index/row_hash.hpp"
#include "wire/reply.hpp"
#include "wire/request.hpp"
#include "wire/strict_json.hpp"

namespace jumak::actors {
namespace {

/// What makes two bodies equal (PROTOCOL): type, data, expected_version, time and actor, as values.
hash128 fingerprint_of(const routed_command& command) {
  thread_local std::string bytes;
  bytes.clear();
  command.command->pack_to(bytes);
  pack(bytes, command.expected_version);
  pack(bytes, command.time);
  pack_text(bytes, command.actor);
  return hash128_of(bytes);
}

std::string text_or_empty(std::optional<free_text>& text) { return text ? std::string(text->text()) : std::string(); }

}  // namespace

command_gateway::command_gateway(const hosting::hosted_domain& domain, const admission& doors,
                                 command_gateway_options options, route send, due_watch* due)
    : domain_(domain),
      doors_(doors),
      options_(options),
      send_(std::move(send)),
      due_(due),
      batches_(options.shards) {}

std::optional<error> command_gateway::closed() const {
  using enum admission::state;
  switch (doors_.now()) {
    case open: return std::nullopt;
    case starting: return error{errc::unavailable, "the command side is starting", std::nullopt};
    case stopping: return error{errc::unavailable, "the command side is shutting down", std::nullopt};
    case log_failed: return error{errc::unavailable, "the log's disk failed; the command side stops", std::nullopt};
    case tail_full:
      return error{errc::overloaded, "the index is behind the log; commands wait for it", options_.retry_after_ms};
  }
  return std::nullopt;
}

void command_gateway::on_tick(std::chrono::steady_clock::time_point, net::reply_sink&) {
  if (due_ != nullptr && doors_.now() == admission::state::open) due_->look(wall_clock());
}

void command_gateway::on_drained(std::span<net::request> requests, net::reply_sink& replies) {
  const timestamp clock = wall_clock();
  for (net::request& request : requests) {
    std::optional<std::string> id;
    auto command = read(request, id);
    if (!command) {
      replies.reply(request.address, wire::error_reply(id, command.error()));
      continue;
    }
    const std::uint32_t slot = storage::aggregate_hash(command->aggregate.text()).slot();
    auto& batch = batches_[storage::shard_of(slot, options_.shards)];
    if (!batch) {
      batch = std::make_shared<command_batch>();
      batch->commands.reserve(requests.size() / options_.shards + 1);
    }
    batch->clock = clock;
    batch->commands.push_back(std::move(*command));
  }
  for (std::uint32_t shard = 0; shard < batches_.size(); ++shard) {
    if (batches_[shard]) send_(shard, std::exchange(batches_[shard], nullptr));
  }
}

result<routed_command> command_gateway::read(const net::request& request, std::optional<std::string>& id) const {
  using net::request_verdict;
  const auto refused = error_of(request.verdict, options_.retry_after_ms);
  if (refused && request.verdict != request_verdict::overloaded) return tl::unexpected(*refused);
  wire::json_scratch scratch;
  auto json = wire::parse_strict(request.body.text(), scratch.storage());
  if (!json) return tl::unexpected(std::move(json.error()));
  auto command = refused ? tl::unexpected(*refused) : decode(*json);
  if (command) {
    if (auto why = closed()) command = tl::unexpected(std::move(*why));
  }
  if (command) {
    command->address = request.address;
  } else {
    id = wire::readable_id(*json);
  }
  return command;
}

result<routed_command> command_gateway::decode(const wire::json_value& json) const {
  auto envelope = wire::decode_command_envelope(json);
  if (!envelope) return tl::unexpected(std::move(envelope.error()));
  routed_command command;
  command.kind = domain_.find_kind(envelope->aggregate.kind());
  if (command.kind == nullptr) {
    return failure(errc::unknown_aggregate_kind,
                   "aggregate: there is no kind " + std::string(envelope->aggregate.kind()) + " here");
  }
  auto decoded = command.kind->decode(envelope->type, *envelope->data);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  if (envelope->time && !options_.allow_backdating) {
    return failure(errc::forbidden, "time: this server decides by its own clock (see serve --allow-backdating)");
  }
  command.id = std::move(envelope->id);
  command.aggregate = std::move(envelope->aggregate);
  command.command = std::move(*decoded);
  command.expected_version = envelope->expected_version;
  command.actor = text_or_empty(envelope->actor);
  command.correlation_id = text_or_empty(envelope->correlation_id);
  command.traceparent = text_or_empty(envelope->traceparent);
  command.time = envelope->time;
  command.expires = envelope->expires;
  command.fingerprint = fingerprint_of(command);
  return command;
}

}  // namespace jumak::actors
