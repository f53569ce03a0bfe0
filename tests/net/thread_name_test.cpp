#include "net/thread_name.hpp"

#include <gtest/gtest.h>
#include <pthread.h>

#include <thread>

namespace jumak::net {
namespace {

TEST(ThreadName, IsCutToWhatTheSystemAllows) {
  std::thread([] {
    name_this_thread("net-a-very-long-name");
    char name[16] = {};
    ASSERT_EQ(pthread_getname_np(pthread_self(), name, sizeof name), 0);
    EXPECT_STREQ(name, "net-a-very-long");
  }).join();
}

}  // namespace
}  // namespace jumak::net
