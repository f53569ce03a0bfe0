#include "net/publisher_loop.hpp"

#include <gtest/gtest.h>

#include "tests/net/feed_server.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

TEST(PublisherLoop, PublishesWhatWasPostedBeforeItsEnd) {
  context messaging;
  publisher_options options;
  options.address = "tcp://127.0.0.1:*";
  publisher_loop loop(messaging, options);
  ASSERT_TRUE(loop.bind());
  test_log log;
  log.append();
  const durable_commit commit{log.bytes(1), log.head()};
  loop.post({&commit, 1});
  loop.end();
  test_renderer renderer;
  loop.run(renderer, log.head());
  EXPECT_EQ(loop.statistics().commits_published, 1U);
  loop.post({&commit, 1});
  EXPECT_EQ(loop.statistics().commits_published, 1U);
}

}  // namespace
}  // namespace jumak::net
