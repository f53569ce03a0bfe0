#include "net/event_feed.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "tests/net/feed_server.hpp"

namespace jumak::net {
namespace {

using namespace testing;  // NOLINT: the tests' own words.

/// Applies at once and remembers what came.
class reader : public feed_handler {
 public:
  void on_commits(std::vector<fed_commit> commits) override {
    std::size_t bytes = 0;
    {
      const std::lock_guard lock(mutex_);
      for (const fed_commit& one : commits) {
        texts_.emplace_back(one.view.bytes());
        bytes += one.bytes.size();
      }
    }
    if (feed != nullptr) feed->applied(commits.size(), bytes);
  }
  void on_status(std::string_view text) override {
    const std::lock_guard lock(mutex_);
    status_ = text;
  }
  void on_head(const log_head&, bool live) override {
    ++heads;
    is_live = live;
  }
  void on_diverged(const std::string& reason) override {
    const std::lock_guard lock(mutex_);
    diverged_ = reason;
  }

  std::optional<log_head> on_unknown_start(const std::string&) override {
    ++unknown_starts;
    return start_instead;
  }

  std::vector<std::string> texts() const {
    const std::lock_guard lock(mutex_);
    return texts_;
  }
  std::string status() const {
    const std::lock_guard lock(mutex_);
    return status_;
  }
  std::string diverged() const {
    const std::lock_guard lock(mutex_);
    return diverged_;
  }

  event_feed* feed = nullptr;
  std::optional<log_head> start_instead;  ///< Where to begin when the first start is of another log.
  std::atomic<int> unknown_starts{0};
  std::atomic<bool> is_live{false};
  std::atomic<int> heads{0};

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> texts_;
  std::string status_;
  std::string diverged_;
};

/// A query side: a feed and its reader.
struct following {
  explicit following(feed_server& server, const log_head& applied = {}, const follower_limits& limits = {}, bool applies = true,
                     std::optional<log_head> start_instead = {}) {
    handler.start_instead = start_instead;
    feed_options options;
    options.events_address = server.events_address;
    options.history_address = server.history_address;
    options.applied = applied;
    options.limits = limits;
    feed = std::move(event_feed::open(messaging, options).value());
    if (applies) handler.feed = feed.get();
    feed->start(handler);
  }
  ~following() { feed->close(); }

  bool is_level_with(feed_server& server) {
    return eventually([&] { return feed->statistics().delivered == server.head() && handler.is_live; });
  }

  context messaging;
  reader handler;
  std::unique_ptr<event_feed> feed;
};

std::vector<std::string> texts_of(const test_log& log, std::size_t first = 0) {
  std::vector<std::string> texts;
  for (std::size_t index = first; index < log.size(); ++index) texts.push_back(*log.bytes(index));
  return texts;
}

TEST(EventFeed, CatchesUpFromNothingInPages) {
  feed_server server;
  server.append(500, false);
  follower_limits limits;
  limits.page_bytes = 4096;
  following one(server, {}, limits);
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_EQ(one.handler.texts(), texts_of(server.pages.log));
  EXPECT_GT(one.feed->statistics().pages_requested, 10U);
}

TEST(EventFeed, FollowsLive) {
  feed_server server;
  server.append(1, false);
  following one(server, server.head());
  ASSERT_TRUE(one.is_level_with(server));
  for (int count = 0; count < 50; ++count) server.append(2);
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_EQ(one.handler.texts(), texts_of(server.pages.log, 2));
}

TEST(EventFeed, RepairsWhatWasNeverPublished) {
  feed_server server;
  following one(server);
  ASSERT_TRUE(one.is_level_with(server));
  for (int count = 0; count < 20; ++count) {
    server.append(3, false);
    server.append(1, true);
  }
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_EQ(one.handler.texts(), texts_of(server.pages.log));
  EXPECT_GT(one.feed->statistics().gaps, 0U);
}

TEST(EventFeed, GoesOnWhenTheServerComesBack) {
  feed_server server;
  server.append(10);
  following one(server);
  ASSERT_TRUE(one.is_level_with(server));
  server.stop();
  server.append(10, false);
  server.start();
  ASSERT_TRUE(one.is_level_with(server));
  server.append(1);
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_EQ(one.handler.texts(), texts_of(server.pages.log));
}

/// Of those that only news of the connection can save from waiting.
constexpr std::chrono::hours for_ever(1);

TEST(EventFeed, AsksAgainWhenThePageIsLostWithItsConnection) {
  feed_server server;
  server.append(10, false);
  server.pages.silent = true;
  follower_limits limits;
  limits.page_timeout = for_ever;
  following one(server, {}, limits);
  ASSERT_TRUE(eventually([&] { return server.pages.requests_seen > 0; }));
  server.stop();
  server.pages.silent = false;
  server.start();
  EXPECT_TRUE(one.is_level_with(server));
}

TEST(EventFeed, AsksWhereTheLogEndsWhenItsConnectionIsNew) {
  feed_server server;
  server.options.limits.heartbeat_interval = for_ever;
  server.stop();
  server.start();
  server.append(10, false);
  follower_limits limits;
  limits.silence = for_ever;
  following one(server, {}, limits);
  ASSERT_TRUE(one.is_level_with(server));
  server.stop();
  server.append(10, false);
  server.start();
  EXPECT_TRUE(one.is_level_with(server));
}

TEST(EventFeed, WaitsForAServerThatIsNotThereYet) {
  feed_server server;
  server.stop();
  server.append(5, false);
  following one(server);
  server.start();
  ASSERT_TRUE(one.is_level_with(server));
}

TEST(EventFeed, StopsWhenTheServerHasAnotherLog) {
  feed_server server;
  server.append(3);
  following one(server);
  ASSERT_TRUE(one.is_level_with(server));
  server.stop();
  server.pages.log = test_log(2);
  server.start();
  EXPECT_TRUE(eventually([&] { return !one.handler.diverged().empty(); }));
}

TEST(EventFeed, BeginsElsewhereWhenItsStartIsOfAnotherLog) {
  feed_server server;
  server.append(3, false);
  test_log other(2);
  other.append();
  following one(server, other.head(), {}, true, log_head());
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_EQ(one.handler.texts(), texts_of(server.pages.log));
  EXPECT_EQ(one.handler.unknown_starts, 1);
  EXPECT_EQ(one.handler.diverged(), "");
  server.append(2);
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_EQ(one.handler.texts(), texts_of(server.pages.log));
}

TEST(EventFeed, BeginsElsewhereWhenTheLogEndsBeforeItsStart) {
  feed_server server;
  server.append(3, false);
  test_log longer;
  for (int count = 0; count < 9; ++count) longer.append(1, 100);
  log_head second = server.pages.log.head();
  following one(server, longer.head(), {}, true, second);
  ASSERT_TRUE(one.is_level_with(server));
  EXPECT_TRUE(one.handler.texts().empty()) << "it had all from its second start on";
}

TEST(EventFeed, SaysNothingOfAHeadThatNoPageHasConfirmed) {
  feed_server server;
  server.append(3, false);
  test_log other(2);
  other.append();
  following one(server, other.head());
  ASSERT_TRUE(eventually([&] { return !one.handler.diverged().empty(); }));
  EXPECT_EQ(one.handler.heads, 0);
}

TEST(EventFeed, HandsTheStatusOn) {
  feed_server server("read-only");
  following one(server);
  EXPECT_TRUE(eventually([&] { return one.handler.status() == "read-only"; }));
}

TEST(EventFeed, WaitsForAReaderThatIsSlow) {
  feed_server server;
  server.append(400, false);
  follower_limits limits;
  limits.unapplied_commits_max = 10;
  limits.page_bytes = 2048;
  following one(server, {}, limits, /*applies=*/false);
  // One page may go past the credit; nothing comes after it, though the feed goes on hearing of the head.
  ASSERT_TRUE(eventually([&] { return one.handler.texts().size() >= 10; }));
  server.append(1);
  ASSERT_TRUE(eventually([&] { return one.feed->statistics().head == server.head(); }));
  EXPECT_LT(one.handler.texts().size(), 40U);
  const std::size_t delivered = one.handler.texts().size();
  one.feed->applied(400, 1'000'000);
  EXPECT_TRUE(eventually([&] { return one.handler.texts().size() > delivered; }));
}

TEST(EventFeed, SaysWhichAddressIsNone) {
  context messaging;
  feed_options options;
  options.events_address = "nonsense";
  options.history_address = "tcp://127.0.0.1:1";
  const auto feed = event_feed::open(messaging, options);
  ASSERT_FALSE(feed);
  EXPECT_EQ(feed.error().code, errc::bad_configuration);
}

}  // namespace
}  // namespace jumak::net
