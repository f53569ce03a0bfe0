#include "net/feed_loop.hpp"

#include <gtest/gtest.h>

namespace jumak::net {
namespace {

TEST(FeedLoop, EndsAtOnceWhenItWasEndedBeforeItRan) {
  struct deaf : feed_handler {
    void on_commits(std::vector<fed_commit>) override { FAIL(); }
    void on_diverged(const std::string&) override { FAIL(); }
  };
  context messaging;
  feed_options options;
  options.events_address = options.history_address = "tcp://127.0.0.1:1";
  feed_loop loop(messaging, options);
  ASSERT_TRUE(loop.connect());
  loop.end();
  deaf handler;
  loop.run(handler);
  EXPECT_FALSE(loop.statistics().connected);
}

}  // namespace
}  // namespace jumak::net
