#include "actors/command_gateway.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/index/row_hash.hpp"
#include "tests/actors/kept_replies.hpp"
#include "tests/hosting/shelf_domain.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using net::request_verdict;
using ::testing::StartsWith;

class CommandGateway : public ::testing::Test {
 protected:
  /// The replies to one drain of requests, which get the slots 0, 1, ….
  kept_replies drain(std::vector<net::request> requests, std::uint32_t shards = 4) {
    kept_replies replies;
    command_gateway gateway(decoder_, doors_, shards, [this](std::uint32_t shard, request_batch_ptr batch) {
      sent_.emplace_back(shard, std::move(batch));
    });
    gateway.on_drained(requests, replies);
    return replies;
  }

  std::unique_ptr<hosting::hosted_domain> domain_ = shelf::make_domain();
  admission doors_;
  command_decoder decoder_{*domain_, doors_, {}};
  std::vector<std::pair<std::uint32_t, request_batch_ptr>> sent_;
};

std::string take_box(std::string_view aggregate) {
  return R"({"id":"1","type":"TakeBox","aggregate":")" + std::string(aggregate) + R"(","data":{"box":"x"}})";
}

TEST_F(CommandGateway, RequestsGoToTheirAggregatesShardInOrderUnread) {
  std::vector<net::request> requests;
  for (std::uint32_t each = 0; each < 40; ++each) {
    requests.push_back(request_with(each, take_box("shelf/" + std::to_string(each % 8))));
  }
  EXPECT_TRUE(drain(std::move(requests)).texts.empty());
  EXPECT_LE(sent_.size(), 4U) << "one batch a shard and drain";
  EXPECT_GT(sent_.size(), 1U);
  std::size_t seen = 0;
  std::map<std::uint32_t, std::uint32_t> shard_of;
  for (const auto& [shard, batch] : sent_) {
    std::map<std::uint32_t, std::uint32_t> last;
    for (const net::request& one : batch->requests) {
      ++seen;
      const std::uint32_t aggregate = one.address.slot % 8;
      EXPECT_EQ(one.body.text(), take_box("shelf/" + std::to_string(aggregate)));
      EXPECT_EQ(shard_of.emplace(aggregate, shard).first->second, shard);
      const auto [before, fresh] = last.try_emplace(aggregate, one.address.slot);
      EXPECT_TRUE(fresh || before->second < one.address.slot);
      before->second = one.address.slot;
    }
  }
  EXPECT_EQ(seen, 40U);
}

TEST_F(CommandGateway, ShardsShareTheHashSpaceAsTheIndexDoes) {
  const std::string aggregate = "shelf/somewhere";
  std::vector<net::request> requests;
  requests.push_back(request_with(0, take_box(aggregate)));
  drain(std::move(requests), 7);
  ASSERT_EQ(sent_.size(), 1U);
  EXPECT_EQ(sent_.front().first, storage::shard_of(storage::aggregate_hash(aggregate).slot(), 7));
}

TEST_F(CommandGateway, OneShardGetsAllAlsoWhatIsNoCommand) {
  std::vector<net::request> requests;
  requests.push_back(request_with(0, "nonsense"));
  requests.push_back(request_with(1, take_box("shelf/a")));
  EXPECT_TRUE(drain(std::move(requests), 1).texts.empty());
  ASSERT_EQ(sent_.size(), 1U);
  EXPECT_EQ(sent_.front().second->requests.size(), 2U);
}

TEST_F(CommandGateway, WhatTheEndpointRefusedIsAnsweredAtOnce) {
  std::vector<net::request> requests;
  requests.push_back(request_with(0, "", request_verdict::frame_too_large));
  requests.push_back(request_with(1, take_box("shelf/a"), request_verdict::overloaded));
  kept_replies replies = drain(std::move(requests));
  EXPECT_THAT(replies.only(0), StartsWith(R"({"id":null,"status":"error","error":{"code":"too_large")"));
  EXPECT_THAT(replies.only(1), StartsWith(R"({"id":"1","status":"error","error":{"code":"overloaded")"));
  EXPECT_TRUE(sent_.empty());
}

}  // namespace
}  // namespace jumak::actors
