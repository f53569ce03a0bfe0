#include "actors/command_decoder.hpp"

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

class CommandDecoder : public ::testing::Test {
 protected:
  /// The answers to requests that are read in one go; the good ones are kept in `decoded_`.
  std::vector<ready_reply> decode(std::vector<net::request> requests) {
    const command_decoder decoder(*domain_, doors_, options_);
    std::vector<ready_reply> answers;
    if (const auto batch = decoder.decode(requests, clock, answers)) decoded_.push_back(batch);
    return answers;
  }
  /// The answer to a request that is none of the good ones, or "not one reply".
  std::string answer(std::string_view body, request_verdict verdict = request_verdict::ok) {
    std::vector<net::request> requests;
    requests.push_back(request_with(0, body, verdict));
    if (verdict != request_verdict::ok) return command_decoder(*domain_, doors_, options_).refuse(requests.front());
    const std::vector<ready_reply> answers = decode(std::move(requests));
    return answers.size() == 1 ? answers.front().json : "not one reply";
  }

  static constexpr timestamp clock{std::chrono::microseconds(5)};
  std::unique_ptr<hosting::hosted_domain> domain_ = shelf::make_domain();
  admission doors_;
  command_decoder_options options_;
  std::vector<command_batch_ptr> decoded_;
};

TEST_F(CommandDecoder, TheFirstThatIsWrongIsTold) {
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
  EXPECT_TRUE(decoded_.empty());
}

TEST_F(CommandDecoder, ClosedDoorsSayWhy) {
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

TEST_F(CommandDecoder, GoodOnesKeepTheirOrderWhateverTheirNeighboursAre) {
  std::vector<net::request> requests;
  for (std::uint32_t each = 0; each < 40; ++each) {
    const std::string id = std::to_string(each);
    requests.push_back(request_with(
        each, each % 5 == 4 ? "nonsense" : R"({"id":")" + id + R"(","type":"TakeBox","aggregate":"shelf/a","data":{"box":"x"}})"));
  }
  const std::vector<ready_reply> answers = decode(std::move(requests));
  ASSERT_EQ(answers.size(), 8U);
  for (std::uint32_t each = 0; each < 8; ++each) EXPECT_EQ(answers[each].address.slot, each * 5 + 4);
  ASSERT_EQ(decoded_.size(), 1U);
  EXPECT_EQ(decoded_.front()->clock, clock);
  ASSERT_EQ(decoded_.front()->commands.size(), 32U);
  std::uint32_t place = 0;
  for (const routed_command& one : decoded_.front()->commands) {
    EXPECT_EQ(one.address.slot, place);
    EXPECT_EQ(one.id.text(), std::to_string(place));
    place += place % 5 == 3 ? 2 : 1;
  }
}

TEST_F(CommandDecoder, WithoutAGoodOneThereIsNoBatch) {
  EXPECT_THAT(answer("nonsense"), StartsWith(R"({"id":null,"status":"error","error":{"code":"malformed")"));
  EXPECT_TRUE(decoded_.empty());
}

TEST_F(CommandDecoder, TheFingerprintIsOfTheBodyAsValues) {
  options_.allow_backdating = true;
  const auto fingerprint = [&](std::string_view more, std::string_view data = R"({"box":"x","kilograms":1})") {
    EXPECT_EQ(answer(R"({"id":"1","type":"PutBox","aggregate":"shelf/a","data":)" + std::string(data) +
                     std::string(more) + "}"),
              "not one reply");
    return decoded_.back()->commands.front().fingerprint;
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
