#include "actors/query_gateway.hpp"

#include "actors/read_query.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {

void query_gateway::on_drained(std::span<net::request> requests, net::reply_sink& replies) {
  auto batch = std::make_shared<query_batch>();
  batch->now = std::chrono::steady_clock::now();
  for (net::request& request : requests) {
    std::optional<std::string> id;
    auto query = read_query(request, batch->now, id);
    if (query) {
      batch->queries.push_back(std::move(*query));
    } else {
      replies.reply(request.address, wire::error_reply(id, query.error()));
    }
  }
  if (!batch->queries.empty()) ports_.ask(std::move(batch));
}

void query_gateway::on_tick(std::chrono::steady_clock::time_point, net::reply_sink&) { ports_.tick(); }

}  // namespace jumak::actors
