#include "actors/command_gateway.hpp"

#include "actors/wall_clock.hpp"
#include "core/assert.hpp"
#include "storage/index/row_hash.hpp"
#include "wire/peek_aggregate.hpp"

namespace jumak::actors {

command_gateway::command_gateway(const command_decoder& decoder, const admission& doors, std::uint32_t shards,
                                 route send, due_watch* due)
    : decoder_(decoder), doors_(doors), send_(std::move(send)), due_(due), batches_(shards) {
  JUMAK_ASSERT(shards > 0);
}

void command_gateway::on_tick(std::chrono::steady_clock::time_point, net::reply_sink&) {
  if (due_ != nullptr && doors_.now() == admission::state::open) due_->look(wall_clock());
}

void command_gateway::on_drained(std::span<net::request> requests, net::reply_sink& replies) {
  const timestamp clock = wall_clock();
  for (net::request& request : requests) {
    if (request.verdict != net::request_verdict::ok) {
      replies.reply(request.address, decoder_.refuse(request));
      continue;
    }
    request_batch_ptr& batch = batches_[shard_for(request)];
    if (!batch) {
      batch = std::make_shared<request_batch>();
      batch->requests.reserve(requests.size() / batches_.size() + 1);
      batch->clock = clock;
    }
    batch->requests.push_back(std::move(request));
  }
  for (std::uint32_t shard = 0; shard < batches_.size(); ++shard) {
    if (batches_[shard]) send_(shard, std::exchange(batches_[shard], nullptr));
  }
}

std::uint32_t command_gateway::shard_for(const net::request& request) const {
  const auto shards = static_cast<std::uint32_t>(batches_.size());
  if (shards == 1) return 0;
  // Of a request that turns out to be no command it does not matter who says so.
  const std::string aggregate = wire::peek_aggregate(request.body.text());
  return storage::shard_of(storage::aggregate_hash(aggregate).slot(), shards);
}

}  // namespace jumak::actors
