#include "actors/command_decoder.hpp"

#include "actors/request_errors.hpp"
#include "core/assert.hpp"
#include "core/pack.hpp"
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

command_decoder::command_decoder(const hosting::hosted_domain& domain, const admission& doors,
                                 command_decoder_options options)
    : domain_(domain), doors_(doors), options_(options) {}

command_batch_ptr command_decoder::decode(std::span<const net::request> requests, timestamp clock,
                                          std::vector<ready_reply>& answers) const {
  std::shared_ptr<command_batch> batch;
  for (const net::request& request : requests) {
    std::optional<std::string> id;
    auto command = read(request, id);
    if (!command) {
      answers.push_back({request.address, wire::error_reply(id, command.error())});
      continue;
    }
    if (!batch) {
      batch = std::make_shared<command_batch>();
      batch->commands.reserve(requests.size());
      batch->clock = clock;
    }
    batch->commands.push_back(std::move(*command));
  }
  return batch;
}

std::string command_decoder::refuse(const net::request& request) const {
  std::optional<std::string> id;
  const auto command = read(request, id);
  JUMAK_ASSERT(!command);
  return wire::error_reply(id, command.error());
}

result<routed_command> command_decoder::read(const net::request& request, std::optional<std::string>& id) const {
  using net::request_verdict;
  const auto refused = error_of(request.verdict, options_.retry_after_ms);
  if (refused && request.verdict != request_verdict::overloaded) return tl::unexpected(*refused);
  wire::json_scratch scratch;
  auto json = wire::parse_strict(request.body.text(), scratch.storage());
  if (!json) return tl::unexpected(std::move(json.error()));
  auto command = refused ? tl::unexpected(*refused) : decode(*json);
  if (command) {
    if (auto why = doors_.refusal(options_.retry_after_ms)) command = tl::unexpected(std::move(*why));
  }
  if (command) {
    command->address = request.address;
  } else {
    id = wire::readable_id(*json);
  }
  return command;
}

result<routed_command> command_decoder::decode(const wire::json_value& json) const {
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
