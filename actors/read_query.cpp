#include "actors/read_query.hpp"

#include "actors/request_errors.hpp"
#include "wire/strict_json.hpp"

namespace jumak::actors {

result<routed_query> read_query(const net::request& request, std::chrono::steady_clock::time_point now,
                                std::optional<std::string>& id) {
  const auto refused = error_of(request.verdict, query_retry_after_ms);
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
