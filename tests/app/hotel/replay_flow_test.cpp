#include "app/hotel/replay_flow.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <numeric>
#include <random>

namespace jumak::app::client {
namespace {

using std::chrono::milliseconds;
using status = replay_flow::status;

const replay_flow::time_point start{};

std::vector<std::size_t> take_all(replay_flow& flow, replay_flow::time_point now) {
  std::vector<std::size_t> taken;
  while (const auto index = flow.next(now)) {
    taken.push_back(*index);
  }
  return taken;
}

using indexes = std::vector<std::size_t>;

TEST(ReplayFlow, KeepsTheWindowFull) {
  replay_flow flow({0, 0, 0, 0, 0}, {.in_flight_max = 3}, 1, start);
  EXPECT_EQ(take_all(flow, start), (indexes{0, 1, 2}));
  EXPECT_TRUE(flow.answered(0, verdict::decided, false, {}, start));
  EXPECT_EQ(take_all(flow, start), (indexes{3}));
  for (const std::size_t index : {1U, 2U, 3U}) {
    EXPECT_TRUE(flow.answered(index, verdict::decided, false, {}, start));
  }
  EXPECT_EQ(take_all(flow, start), (indexes{4}));
  EXPECT_EQ(flow.status_at(start), status::running);
  EXPECT_TRUE(flow.answered(4, verdict::refused, false, {}, start));
  EXPECT_EQ(flow.status_at(start), status::finished);
}

TEST(ReplayFlow, AfterATurningAwayItDrainsPausesAndResendsInOrder) {
  replay_flow flow({0, 0, 0, 0, 0}, {.in_flight_max = 4}, 1, start);
  EXPECT_EQ(take_all(flow, start).size(), 4U);
  flow.answered(2, verdict::try_again, false, milliseconds(200), start);
  flow.answered(1, verdict::try_again, false, {}, start);
  EXPECT_TRUE(take_all(flow, start).empty()) << "0 and 3 are still under way";
  flow.answered(0, verdict::decided, false, {}, start);
  flow.answered(3, verdict::try_again, false, {}, start);
  EXPECT_TRUE(take_all(flow, start + milliseconds(199)).empty());
  EXPECT_EQ(take_all(flow, flow.wake_at()), (indexes{1, 2, 3, 4}));
  EXPECT_EQ(flow.resent(), 3U);
  for (const std::size_t index : {1U, 2U, 3U, 4U}) {
    flow.answered(index, verdict::decided, false, {}, start);
  }
  EXPECT_EQ(flow.out_of_order(), 0U) << "all behind the first turned away were turned away too";
}

TEST(ReplayFlow, CountsWhatALaterCommandOvertook) {
  replay_flow flow({0, 0, 1}, {.in_flight_max = 3}, 1, start);
  EXPECT_EQ(take_all(flow, start).size(), 3U);
  flow.answered(0, verdict::try_again, false, {}, start);
  flow.answered(1, verdict::decided, false, {}, start);
  flow.answered(2, verdict::decided, false, {}, start);
  EXPECT_EQ(take_all(flow, flow.wake_at()), (indexes{0}));
  flow.answered(0, verdict::decided, false, {}, start);
  EXPECT_EQ(flow.out_of_order(), 1U);
}

TEST(ReplayFlow, AnUnknownOutcomeThatWasDoneIsInOrder) {
  replay_flow flow({0, 0}, {.in_flight_max = 2}, 1, start);
  EXPECT_EQ(take_all(flow, start).size(), 2U);
  flow.answered(0, verdict::in_doubt, false, {}, start);
  flow.answered(1, verdict::decided, false, {}, start);
  EXPECT_EQ(take_all(flow, flow.wake_at()), (indexes{0}));
  flow.answered(0, verdict::decided, true, {}, start);
  EXPECT_EQ(flow.out_of_order(), 0U);
}

TEST(ReplayFlow, ALostConnectionBringsBackAllThatWasUnderWay) {
  replay_flow flow({0, 0, 0}, {.in_flight_max = 3}, 1, start);
  EXPECT_EQ(take_all(flow, start).size(), 3U);
  flow.answered(1, verdict::decided, false, {}, start);
  flow.connection_lost(start);
  EXPECT_EQ(take_all(flow, flow.wake_at()), (indexes{0, 2}));
}

TEST(ReplayFlow, SilenceIsOverdueAndThenTheEnd) {
  const flow_limits limits{
      .in_flight_max = 2, .reply_wait = milliseconds(100), .patience = milliseconds(1'000)};
  replay_flow flow({0, 0}, limits, 1, start);
  EXPECT_FALSE(flow.overdue(start + milliseconds(500))) << "nothing is under way";
  EXPECT_EQ(take_all(flow, start).size(), 2U);
  EXPECT_FALSE(flow.overdue(start + milliseconds(99)));
  EXPECT_TRUE(flow.overdue(start + milliseconds(100)));
  EXPECT_EQ(flow.status_at(start + milliseconds(999)), status::running);
  EXPECT_EQ(flow.status_at(start + milliseconds(1'000)), status::given_up);
}

TEST(ReplayFlow, StoppingWaitsForWhatIsUnderWay) {
  replay_flow flow({0, 0, 0}, {.in_flight_max = 2}, 1, start);
  EXPECT_EQ(take_all(flow, start).size(), 2U);
  flow.answered(0, verdict::refused, false, {}, start);
  flow.stop();
  EXPECT_TRUE(take_all(flow, start).empty());
  EXPECT_EQ(flow.status_at(start), status::running);
  flow.answered(1, verdict::refused, false, {}, start);
  EXPECT_EQ(flow.status_at(start), status::finished);
}

/// A server that remembers ids and decides in the order received; connections that deliver a prefix.
struct model_server {
  explicit model_server(std::size_t commands) : decided(commands, false) {}

  /// Decides command `index`; returns whether this is a duplicate.
  bool decide(std::size_t index) {
    if (decided[index]) {
      return true;
    }
    decided[index] = true;
    order.push_back(index);
    return false;
  }

  std::vector<bool> decided;
  std::vector<std::size_t> order;
};

/// All commands are decided once. Whatever connections lose, they are decided in the order of the
/// list; a server that turns commands away breaks the order only where `out_of_order` says so. (Both
/// at once may break it unseen, when the reply that turned a command away is lost.)
TEST(ReplayFlow, KeepsTheOrderWhateverIsLost) {
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const std::size_t commands = 1 + random() % 60;
    const bool turns_away = seed % 3 != 0;
    const bool loses = seed % 3 != 1;
    replay_flow flow(std::vector<std::uint32_t>(commands, 0),
                     {.in_flight_max = 1 + random() % 16, .patience = std::chrono::hours(100)},
                     seed, start);
    model_server server(commands);
    std::deque<std::size_t> to_server;
    struct model_reply {
      std::size_t index;
      verdict meaning;
      bool duplicate;
    };
    std::deque<model_reply> to_client;
    auto now = start;
    for (int turn = 0; flow.status_at(now) == status::running; ++turn) {
      ASSERT_LT(turn, 100'000);
      for (const std::size_t index : take_all(flow, now)) {
        to_server.push_back(index);
      }
      const auto dice = random() % 20;
      if (dice < 10 && !to_server.empty()) {
        const std::size_t index = to_server.front();
        to_server.pop_front();
        if (turns_away && random() % 10 == 0) {
          to_client.push_back({index, verdict::try_again, false});
        } else {
          const bool duplicate = server.decide(index);
          const bool doubtful = turns_away && random() % 10 == 0;
          to_client.push_back({index, doubtful ? verdict::in_doubt : verdict::decided, duplicate});
        }
      } else if (dice < 18 && !to_client.empty()) {
        // Replies of different messages may overtake each other.
        const std::size_t which = random() % std::min<std::size_t>(to_client.size(), 3);
        const model_reply reply = to_client[which];
        to_client.erase(to_client.begin() + static_cast<std::ptrdiff_t>(which));
        flow.answered(reply.index, reply.meaning, reply.duplicate, {}, now);
      } else if (loses && dice == 18 && random() % 3 == 0) {
        // The connection breaks: a prefix of what was sent still arrives, no reply does.
        for (auto arriving = random() % (to_server.size() + 1); arriving > 0; --arriving) {
          (void)server.decide(to_server.front());
          to_server.pop_front();
        }
        to_server.clear();
        to_client.clear();
        flow.connection_lost(now);
      } else {
        now = std::max(now + milliseconds(1), flow.in_flight() == 0 ? flow.wake_at() : now);
      }
    }
    EXPECT_EQ(flow.settled(), commands);
    EXPECT_EQ(server.order.size(), commands);
    if (!turns_away) {
      EXPECT_EQ(flow.out_of_order(), 0U);
    }
    if (!(turns_away && loses) && flow.out_of_order() == 0) {
      EXPECT_TRUE(std::ranges::is_sorted(server.order));
    }
  }
}

}  // namespace
}  // namespace jumak::app::client
