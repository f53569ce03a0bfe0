#include "net/router_loop.hpp"

#include <gtest/gtest.h>

#include "tests/net/echo_handler.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

TEST(RouterLoop, EndsAtOnceWhenItWasEndedBeforeItRan) {
  context messaging;
  router_loop loop(messaging, options_on_free_port());
  ASSERT_TRUE(loop.bind());
  loop.end();
  echo_handler handler;
  loop.run(handler);
  EXPECT_EQ(loop.statistics().messages_received, 0U);
}

TEST(RouterLoop, IgnoresAnswersAfterItsEnd) {
  struct never : reply_batch {
    void emit(reply_sink&) override { FAIL() << "nobody can be answered any more"; }
  };
  context messaging;
  router_loop loop(messaging, options_on_free_port());
  loop.end();
  loop.post(std::make_unique<never>());
  echo_handler handler;
  loop.run(handler);
  loop.post(std::make_unique<never>());
}

TEST(RouterLoop, RefusesToDropAnswersOfGoodClients) {
  auto options = options_on_free_port();
  options.endpoint.send_queue_max = options.requests.in_flight_per_connection_max;
  context messaging;
  EXPECT_DEATH(router_loop(messaging, options), "send_queue_max");
}

}  // namespace
}  // namespace jumak::net
