#include "actors/supervision.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "actors/system_config.hpp"

namespace jumak::actors {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = std::chrono::seconds(30);

/// Opens once; whoever waits goes on then. `wait` gives false when it never opened.
class gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    opened_.notify_all();
  }
  bool wait() {
    std::unique_lock lock(mutex_);
    return opened_.wait_for(lock, patience, [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = false;
};

class Supervision : public ::testing::Test {
 protected:
  Supervision() { assert_options(system_); }

  caf::actor spawn_counter(std::atomic<int>& handled) {
    // CAF dereferences a null tuple when such a function has no argument of its own, so each has one.
    return system_.spawn(
        [](caf::event_based_actor*, std::atomic<int>* count) -> caf::behavior {
          return {[count](int) { ++*count; }};
        },
        &handled);
  }
  /// An actor with a thread of its own that does not end before `leave` opens.
  caf::actor spawn_stuck(gate& entered, gate& leave) {
    return system_.spawn<caf::detached>(
        [](caf::event_based_actor*, gate* in, gate* out) -> caf::behavior {
          return {[in, out](int) {
            in->open();
            out->wait();
          }};
        },
        &entered, &leave);
  }

  system_config config_{2};
  caf::actor_system system_{config_};
};

TEST_F(Supervision, AnActorThatThrowsIsToldAsBroken) {
  gate broken;
  std::string why;
  supervision watch(system_, [&](const std::string& reason) {
    why = reason;
    broken.open();
  });
  const auto thrower =
      system_.spawn(
          [](caf::event_based_actor*, const char* what) -> caf::behavior {
            return {[what](int) { throw std::runtime_error(what); }};
          },
          "bug");
  watch.watch("thrower", thrower);
  caf::anon_send(thrower, 1);
  ASSERT_TRUE(broken.wait());
  EXPECT_NE(why, "");
  EXPECT_TRUE(watch.stop(patience));
}

TEST_F(Supervision, StopEndsAllAfterWhatTheyHadToDoAndTellsNobody) {
  std::atomic<int> handled = 0;
  std::atomic<int> broken = 0;
  {
    supervision watch(system_, [&](const std::string&) { ++broken; });
    std::vector<caf::actor> all;
    for (int each = 0; each < 5; ++each) watch.watch("counter", all.emplace_back(spawn_counter(handled)));
    for (int each = 0; each < 500; ++each) caf::anon_send(all[static_cast<std::size_t>(each % 5)], each);
    EXPECT_TRUE(watch.stop(patience));
    EXPECT_EQ(handled, 500);
    EXPECT_TRUE(watch.stop(patience)) << "stopping twice is no harm";
  }
  EXPECT_EQ(broken, 0);
}

TEST_F(Supervision, OneThatIsStuckIsLeftOver) {
  gate entered;
  gate leave;
  std::atomic<int> handled = 0;
  supervision watch(system_, [](const std::string&) {});
  const auto stuck = spawn_stuck(entered, leave);
  watch.watch("stuck", stuck);
  watch.watch("counter", spawn_counter(handled));
  caf::anon_send(stuck, 1);
  ASSERT_TRUE(entered.wait());
  EXPECT_FALSE(watch.stop(50ms));
  leave.open();
}

// A server must end in a known time, however many of its actors hang.
TEST_F(Supervision, PatienceIsForAllTogether) {
  gate entered[2];
  gate leave[2];
  supervision watch(system_, [](const std::string&) {});
  for (int each = 0; each < 2; ++each) {
    const auto stuck = spawn_stuck(entered[each], leave[each]);
    watch.watch("stuck", stuck);
    caf::anon_send(stuck, 1);
    ASSERT_TRUE(entered[each].wait());
  }
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_FALSE(watch.stop(500ms));
  const auto took = std::chrono::steady_clock::now() - begun;
  EXPECT_GE(took, 500ms);
  EXPECT_LT(took, 1s) << "twice the patience would be 1 s";
  for (gate& one : leave) one.open();
}

}  // namespace
}  // namespace jumak::actors
