#include "actors/query_gateway.hpp"

#include "actors/request_errors.hpp"
#include "wire/json.hpp"
#include "wire/reply.hpp"
#include "wire/strict_json.hpp"

namespace jumak::actors {
namespace {

constexpr std::uint32_t retry_after_ms = 50;

}  // namespace

void query_gateway::on_drained(std::span<net::request> requests, net::reply_sink& replies) {
  auto batch = std::make_shared<query_batch>();
  batch->now = std::chrono::steady_clock::now();
  for (net::request& request : requests) {
    std::optional<std::string> id;
    auto query = read(request, batch->now, id);
    if (query) {
      batch->queries.push_back(std::move(*query));
    } else {
      replies.reply(request.address, wire::error_reply(id, query.error()));
    }
  }
  if (!batch->queries.empty()) ports_.ask(std::move(batch));
}

void query_gateway::on_tick(std::chrono::steady_clock::time_point, net::reply_sink&) { ports_.tick(); }

result<routed_query> query_gateway::read(const net::request& request, std::chrono::steady_clock::time_point now,
                                         std::optional<std::string>& id) const {
  const auto refused = error_of(request.verdict, retry_after_ms);
  if (refused && request.verdict != net::request_verdict::overloaded) return tl::unexpected(*refused);
  wire::json_scratch scratch;
  auto json = wire::parse_strict(request.body.text(), scratch.storage());
  if (!json) return tl::unexpected(std::move(json.error()));
  id = wire::readable_id(*json);
  if (refused) return tl::unexpected(*refused);
  auto envelope = wire::decode_query_envelope(*json);
  if (!envelope) return tl::unexpected(std::move(envelope.error()));
  routed_query query;
  query.address = request.address;
  query.id = envelope->id.text();
  query.type = std::move(envelope->type);
  // A copy on the heap: the parsed value lives in this function's buffer.
  if (envelope->data != nullptr) query.data = wire::owned_copy(*envelope->data);
  query.after = std::move(envelope->after);
  query.deadline = now + std::chrono::milliseconds(envelope->timeout_ms);
  return query;
}

}  // namespace jumak::actors
