#include "actors/command_gateway.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/kept_replies.hpp"
#include "tests/hosting/shelf_domain.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using net::request_verdict;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view good = R"({"id":"1","type":"PutBox","aggregate":"shelf/a","data":{"box":"x","kilograms":1}})";

class CommandGateway : public ::testing::Test {
 protected:
  /// The replies to one drain of requests, which get the slots 0, 1, ….
  kept_replies drain(std::vector<net::request> requests) {
    kept_replies replies;
    gateway().on_drained(requests, replies);
    return replies;
  }
  std::string answer(std::string_view body, request_verdict verdict = request_verdict::ok) {
    std::vector<net::request> requests;
    requests.push_back(request_with(0, body, verdict));
    return drain(std::move(requests)).only(0);
  }
  command_gateway& gateway() {
    if (!gateway_) {
      gateway_ = std::make_unique<command_gateway>(
          *domain_, doors_, options_, [this](std::uint32_t shard, command_batch_ptr batch) {
            sent_.emplace_back(shard, std::move(batch));
          });
    }
    return *gateway_;
  }

  std::unique_ptr<hosting::hosted_domain> domain_ = shelf::make_domain();
  admission doors_;
  command_gateway_options options_;
  std::vector<std::pair<std::uint32_t, command_batch_ptr>> sent_;
  std::unique_ptr<command_gateway> gateway_;
};

TEST_F(CommandGateway, TheFirstThatIsWrongIsTold) {
  doors_.set(admission::state::stopping);
  // Each request has all the faults of those below it as well; the order is the protocol's.
  const struct {
    request_verdict verdict;
    std::string_view body;
    std::string_view says;
  } cases[] = {
      {request_verdict::frame_too_large, "", R"({"id":null,"status":"error","error":{"code":"too_large")"},
      {request_verdict::too_many_frames, "", R"({"id":null,"status":"error","error":{"code":"too_large")"},
      {request_verdict::empty_frame, "", R"({"id":null,"status":"error","error":{"code":"malformed")"},
      {request_verdict::no_request, "", R"({"id":null,"status":"error","error":{"code":"malformed")"},
      {request_verdict::ok, R"({"id":"1","id":"1"})", R"({"id":null,"status":"error","error":{"code":"malformed")"},
      {request_verdict::overloaded, R"({"id":"1","type":5})",
       R"({"id":"1","status":"error","error":{"code":"overloaded")"},
      {request_verdict::ok, R"([1])", R"({"id":null,"status":"error","error":{"code":"malformed")"},
      {request_verdict::ok, R"({"id":"1 2"})", R"({"id":null,"status":"error","error":{"code":"malformed")"},
      {request_verdict::ok, R"({"id":"1","type":"No","aggregate":"drawer/a","data":{"no":1},"time":"no"})",
       R"({"id":"1","status":"error","error":{"code":"malformed")"},
      {request_verdict::ok, R"({"id":"1","type":"No","aggregate":"drawer/a","data":{"no":1},"time":"2026-11-22T09:00:00Z"})",
       R"({"id":"1","status":"error","error":{"code":"unknown_aggregate_kind")"},
      {request_verdict::ok, R"({"id":"1","type":"No","aggregate":"shelf/a","data":{"no":1},"time":"2026-11-22T09:00:00Z"})",
       R"({"id":"1","status":"error","error":{"code":"unknown_type")"},
      {request_verdict::ok,
       R"({"id":"1","type":"PutBox","aggregate":"shelf/a","data":{"no":1},"time":"2026-11-22T09:00:00Z"})",
       R"({"id":"1","status":"error","error":{"code":"malformed","message":"data.box: missing")"},
      {request_verdict::ok,
       R"({"id":"1","type":"PutBox","aggregate":"shelf/a","data":{"box":"x","kilograms":1},"time":"2026-11-22T09:00:00Z"})",
       R"({"id":"1","status":"error","error":{"code":"forbidden")"},
      {request_verdict::ok, good, R"({"id":"1","status":"error","error":{"code":"unavailable")"},
  };
  for (const auto& one : cases) EXPECT_THAT(answer(one.body, one.verdict), StartsWith(std::string(one.says)));
  EXPECT_TRUE(sent_.empty());
}

TEST_F(CommandGateway, ClosedDoorsSayWhy) {
  doors_.set(admission::state::tail_full);
  EXPECT_THAT(answer(good), HasSubstr(R"("code":"overloaded")"));
  EXPECT_THAT(answer(good), HasSubstr(R"("retry_after_ms":50)"));
  doors_.change(admission::state::open, admission::state::starting);
  EXPECT_THAT(answer(good), HasSubstr(R"("code":"overloaded")")) << "a change from another state is none";
  for (const auto state : {admission::state::starting, admission::state::log_failed}) {
    doors_.set(state);
    EXPECT_THAT(answer(good), HasSubstr(R"("code":"unavailable")"));
  }
}

TEST_F(CommandGateway, GoodOnesGoToTheirShardsInOrderWhateverTheirNeighboursAre) {
  options_.shards = 4;
  std::vector<net::request> requests;
  for (std::uint32_t each = 0; each < 40; ++each) {
    const std::string aggregate = "shelf/" + std::to_string(each % 8);
    requests.push_back(request_with(
        each, each % 5 == 4 ? "nonsense"
                            : R"({"id":")" + std::to_string(each) + R"(","type":"TakeBox","aggregate":")" + aggregate +
                                  R"(","data":{"box":"x"}})"));
  }
  const kept_replies replies = drain(std::move(requests));
  EXPECT_EQ(replies.texts.size(), 8U);
  std::size_t commands = 0;
  std::map<std::string, std::uint32_t> shard_of;
  for (const auto& [shard, batch] : sent_) {
    std::map<std::string, std::uint32_t> last;
    for (const routed_command& one : batch->commands) {
      ++commands;
      EXPECT_EQ(one.id.text(), std::to_string(one.address.slot));
      EXPECT_EQ(shard_of.emplace(one.aggregate.text(), shard).first->second, shard);
      const auto [before, fresh] = last.try_emplace(one.aggregate.text(), one.address.slot);
      EXPECT_TRUE(fresh || before->second < one.address.slot);
      before->second = one.address.slot;
    }
  }
  EXPECT_EQ(commands, 32U);
  EXPECT_LE(sent_.size(), 4U) << "one batch a shard and drain";
}

TEST_F(CommandGateway, TheFingerprintIsOfTheBodyAsValues) {
  options_.allow_backdating = true;
  const auto fingerprint = [&](std::string_view more, std::string_view data = R"({"box":"x","kilograms":1})") {
    EXPECT_EQ(answer(R"({"id":"1","type":"PutBox","aggregate":"shelf/a","data":)" + std::string(data) +
                     std::string(more) + "}"),
              "not one reply");
    return sent_.back().second->commands.front().fingerprint;
  };
  const hash128 plain = fingerprint("");
  EXPECT_EQ(plain, fingerprint("", R"( { "kilograms" : 1, "box":"\u0078" } )"));
  EXPECT_EQ(plain, fingerprint(R"(,"correlation_id":"c","traceparent":"t","expires":"2199-01-01T00:00:00Z")"));
  const std::vector<hash128> others{plain,
                                    fingerprint("", R"({"box":"x","kilograms":2})"),
                                    fingerprint(R"(,"actor":"kim")"),
                                    fingerprint(R"(,"expected_version":0)"),
                                    fingerprint(R"(,"expected_version":1)"),
                                    fingerprint(R"(,"time":"1970-01-01T00:00:00Z")"),
                                    fingerprint(R"(,"time":"1970-01-01T00:00:01Z")")};
  for (std::size_t left = 0; left < others.size(); ++left) {
    for (std::size_t right = left + 1; right < others.size(); ++right) EXPECT_NE(others[left], others[right]);
  }
}

}  // namespace
}  // namespace jumak::actors
