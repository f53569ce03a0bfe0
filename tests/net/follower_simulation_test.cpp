#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <map>
#include <random>

#include "net/follower.hpp"
#include "tests/net/test_log.hpp"

namespace jumak::net {
namespace {

using testing::test_log;
using std::chrono::milliseconds;

/// A server, a follower and a network between them that loses, repeats, delays and so reorders, all in one
/// thread and on a clock of its own. The same seed gives the same run.
class simulation {
 public:
  explicit simulation(std::uint64_t seed) : random_(seed) {
    loss_ = chance() * 0.5;
    repeat_ = chance() * 0.3;
    delay_max_ms_ = 1 + random_() % 300;
    limits_.live_commits_max = 1 + random_() % 20;
    limits_.unapplied_commits_max = 1 + random_() % 30;
    limits_.page_bytes = static_cast<std::uint32_t>(100 + random_() % 3000);
    for (std::size_t count = random_() % 50; count > 0; --count) log_.append(static_cast<std::uint32_t>(count % 3));
    if (random_() % 3 == 0) {
      start_ = log_.head();
      first_ = log_.size();
    }
    follower_.emplace(start_, limits_, now_);
  }

  /// Empty when all went well, or what went wrong.
  std::string run() {
    for (int step = 0; step < 150 && problem_.empty(); ++step) {
      disturb();
      move(milliseconds(random_() % 100));
    }
    // The faults end; within bounded time it must be level, though a page may hold one commit only and take
    // a second, with its way there and back and the credit to come.
    loss_ = repeat_ = 0;
    server_up_ = true;
    for (std::size_t step = 0; step < 400 + 40 * log_.size() && problem_.empty(); ++step) {
      heartbeat();
      move(milliseconds(50));
      if (level()) return problem_;
    }
    return problem_.empty() ? "did not get live" : problem_;
  }

 private:
  double chance() { return static_cast<double>(random_() % 1000) / 1000; }

  void disturb() {
    switch (random_() % 12) {
      case 0: server_up_ = !server_up_ || random_() % 4 != 0; break;
      case 1:
        if (server_up_) log_.open(), publish();
        break;
      case 2:
      case 3: heartbeat(); break;
      case 4: apply(); break;
      default:
        for (auto burst = random_() % 8; server_up_ && burst > 0; --burst) {
          log_.append(static_cast<std::uint32_t>(random_() % 3), random_() % 200);
          publish();
        }
    }
  }

  void publish() {
    send([this, index = log_.size() - 1] { follower_->on_live_commit(log_.commit(index), now_); });
  }
  void heartbeat() {
    if (server_up_) send([this, head = log_.head()] { follower_->on_notice(head, now_); });
  }

  void send(const std::function<void()>& delivery) {
    if (chance() < loss_) return;
    do {
      network_.emplace(now_ + milliseconds(random_() % delay_max_ms_), delivery);
    } while (chance() < repeat_);
  }

  void ask(const page_request& request) {
    send([this, request] {
      if (!server_up_) return;
      auto page = log_.read(request);
      if (random_() % 20 == 0) page.header.status = page_status::unavailable, page.last = page.first;
      send([this, page] {
        std::vector<fed_commit> commits;
        for (std::size_t index = page.first; index < page.last; ++index) commits.push_back(log_.commit(index));
        follower_->on_page(page.header, std::move(commits), now_);
      });
    });
  }

  void move(milliseconds step) {
    const auto until = now_ + step;
    while (!network_.empty() && network_.begin()->first <= until) {
      const auto next = network_.begin();
      now_ = next->first;
      const auto delivery = next->second;
      network_.erase(next);
      delivery();
      act();
    }
    now_ = until;
    follower_->tick(now_);
    act();
    if (random_() % 2 == 0) apply();
  }

  void act() {
    for (fed_commit& commit : follower_->take_commits()) {
      const std::size_t expected = first_ + delivered_;
      if (expected >= log_.size() || commit.view.bytes() != *log_.bytes(expected)) {
        problem_ = "delivered something else than commit " + std::to_string(expected + 1);
        return;
      }
      ++delivered_;
      ++unapplied_;
      unapplied_bytes_ += commit.bytes.size();
    }
    if (follower_->diverged()) problem_ = "diverged: " + *follower_->diverged();
    // One page may go past the credit; a commit is 104 bytes at least.
    if (unapplied_ > limits_.unapplied_commits_max + limits_.page_bytes / 104 + 1) problem_ = "went past its credit";
    if (const auto request = follower_->take_request()) ask(*request);
  }

  void apply() {
    follower_->on_applied(unapplied_, unapplied_bytes_);
    unapplied_ = unapplied_bytes_ = 0;
    act();
  }

  bool level() const { return follower_->live() && follower_->delivered() == log_.head(); }

  std::mt19937_64 random_;
  double loss_ = 0;
  double repeat_ = 0;
  std::uint64_t delay_max_ms_ = 1;
  follower_limits limits_;
  test_log log_;
  log_head start_;
  std::size_t first_ = 0;
  follower::time_point now_{};
  std::optional<follower> follower_;
  bool server_up_ = true;
  std::multimap<follower::time_point, std::function<void()>> network_;
  std::size_t delivered_ = 0;
  std::size_t unapplied_ = 0;
  std::size_t unapplied_bytes_ = 0;
  std::string problem_;
};

TEST(FollowerSimulation, DeliversExactlyTheLogAndGetsLive) {
  // JUMAK_SEED repeats one run.
  const char* given = std::getenv("JUMAK_SEED");
  const std::uint64_t first = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  const std::uint64_t runs = given != nullptr ? 1 : 1000;
  for (std::uint64_t seed = first; seed < first + runs; ++seed) {
    const std::string problem = simulation(seed).run();
    ASSERT_EQ(problem, "") << "repeat with JUMAK_SEED=" << seed;
  }
}

}  // namespace
}  // namespace jumak::net
