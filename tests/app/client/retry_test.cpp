#include "app/client/retry.hpp"

#include <gtest/gtest.h>

#include <random>

namespace jumak::app::client {
namespace {

using std::chrono::milliseconds;
using step = retry::step;

constexpr retry_limits limits{.patience = milliseconds(10'000),
                              .reply_wait = milliseconds(1'000),
                              .pause_min = milliseconds(50),
                              .pause_max = milliseconds(800)};
const retry::time_point start{};

TEST(Retry, SendsOnceAndIsAnswered) {
  retry request(limits, 1, start);
  EXPECT_EQ(request.due(start), step::send);
  request.sent(start);
  EXPECT_EQ(request.due(start), step::wait);
  EXPECT_TRUE(request.outcome_open());
  request.answered(verdict::decided, {}, start);
  EXPECT_EQ(request.due(start), step::answered);
  EXPECT_FALSE(request.outcome_open());
}

TEST(Retry, SilenceBringsAnotherCopyAfterAPause) {
  retry request(limits, 1, start);
  request.sent(start);
  const auto silent = start + limits.reply_wait;
  EXPECT_EQ(request.due(silent - milliseconds(1)), step::wait);
  EXPECT_EQ(request.due(silent), step::wait);
  EXPECT_GE(request.wake_at(), silent + limits.pause_min / 2);
  EXPECT_LE(request.wake_at(), silent + limits.pause_min);
  EXPECT_EQ(request.due(request.wake_at()), step::send);
}

TEST(Retry, HonoursTheServersPause) {
  retry request(limits, 1, start);
  request.sent(start);
  request.answered(verdict::try_again, milliseconds(400), start);
  EXPECT_EQ(request.due(start + milliseconds(399)), step::wait);
  EXPECT_EQ(request.due(start + milliseconds(450)), step::send);
}

TEST(Retry, GivesUpWhenPatienceIsOver) {
  retry request(limits, 1, start);
  request.sent(start);
  request.answered(verdict::try_again, {}, start);
  EXPECT_EQ(request.due(start + limits.patience), step::given_up);
  EXPECT_FALSE(request.outcome_open()) << "the only copy was turned away";
}

TEST(Retry, AnErrorAfterASilentCopyLeavesTheOutcomeOpen) {
  retry request(limits, 1, start);
  request.sent(start);
  request.connection_lost(start);
  request.sent(start + milliseconds(100));
  request.answered(verdict::refused, {}, start + milliseconds(200));
  EXPECT_EQ(request.due(start + milliseconds(200)), step::answered);
  EXPECT_TRUE(request.outcome_open()) << "nobody told what became of the first copy";
}

TEST(Retry, OutcomeUnknownIsAskedAgainWithTheSameId) {
  retry request(limits, 1, start);
  request.sent(start);
  request.answered(verdict::in_doubt, {}, start);
  EXPECT_TRUE(request.outcome_open());
  EXPECT_EQ(request.due(start + limits.pause_min), step::send);
  request.sent(start + limits.pause_min);
  request.answered(verdict::decided, {}, start + limits.pause_min);
  EXPECT_FALSE(request.outcome_open());
}

TEST(Retry, ARefusalIsFinalAtOnce) {
  retry request(limits, 1, start);
  request.sent(start);
  request.answered(verdict::refused, {}, start);
  EXPECT_EQ(request.due(start), step::answered);
  EXPECT_FALSE(request.outcome_open());
}

/// Against a server that drops, turns away and loses at random, every request ends in its patience,
/// pauses stay in bounds, and it says "settled" only when an answer settled it.
TEST(Retry, EndsWhateverTheServerDoes) {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    retry request(limits, seed, start);
    auto now = start;
    bool decided = false;
    step at = request.due(now);
    for (int turn = 0; at == step::send || at == step::wait; ++turn) {
      ASSERT_LT(turn, 10'000);
      if (at == step::send) {
        request.sent(now);
      }
      switch (random() % 8) {
        case 0:
          request.answered(verdict::try_again, milliseconds(random() % 300), now);
          break;
        case 1:
          request.answered(verdict::in_doubt, {}, now);
          break;
        case 2:
          request.connection_lost(now);
          break;
        case 3:
          if (random() % 8 == 0) {
            request.answered(verdict::decided, {}, now);
            decided = true;
          }
          break;
        default:
          ASSERT_GE(request.wake_at(), start);
          now = std::max(now, request.wake_at());
      }
      at = request.due(now);
    }
    EXPECT_LE(now, start + limits.patience);
    EXPECT_EQ(at, decided ? step::answered : step::given_up);
    if (decided) {
      EXPECT_FALSE(request.outcome_open());
    }
  }
}

}  // namespace
}  // namespace jumak::app::client
