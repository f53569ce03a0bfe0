#include "bench/view_lag.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "bench/router.hpp"

namespace jumak::bench {
namespace {

/// A query endpoint whose slower view gains ten positions with every question.
class status_endpoint {
 public:
  explicit status_endpoint(std::uint64_t position)
      : slower_(position), thread_([this] { serve(); }) {}
  ~status_endpoint() {
    stop_ = true;
    thread_.join();
  }
  [[nodiscard]] std::string address() const { return router_.address(); }

 private:
  void serve() {
    while (!stop_) {
      std::vector<routed_message> messages;
      router_.drain(messages, std::chrono::milliseconds{20});
      for (auto& message : messages) {
        const std::string reply = answer();
        router_.begin_answer(message);
        router_.answer(zmq::message_t(reply.data(), reply.size()), true);
      }
    }
  }

  std::string answer() {
    const std::string at = std::to_string(slower_);
    slower_ += 10;
    return R"({"id":"bench-status","status":"ok","position":)" + at +
           R"(,"data":{"head":95,"views":[)" +
           R"({"name":"a","position":120,"lag":0},{"name":"b","position":)" + at + R"(,"lag":5}]}})";
  }

  router router_{"tcp://127.0.0.1:*"};
  std::uint64_t slower_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

TEST(ViewLag, AsksUntilTheSlowestViewIsLevel) {
  const status_endpoint endpoint(70);
  // The head it knows is behind the last acknowledged position: its own word for the lag must not be trusted.
  const view_lag lag = measure_view_lag(endpoint.address(), 100);
  EXPECT_EQ(lag.head, 95U);
  EXPECT_EQ(lag.lag, 5U);
  EXPECT_EQ(lag.behind, 30U);
  EXPECT_TRUE(lag.caught_up);
}

TEST(ViewLag, IsNoneWhenAllWasApplied) {
  const status_endpoint endpoint(95);
  EXPECT_EQ(measure_view_lag(endpoint.address(), 95).behind, 0U);
}

}  // namespace
}  // namespace jumak::bench
