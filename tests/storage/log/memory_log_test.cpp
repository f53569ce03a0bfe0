#include "storage/log/memory_log.hpp"

#include <gtest/gtest.h>

#include "tests/storage/log/commit_maker.hpp"

namespace jumak::storage {
namespace {

/// Appends one commit to what the log says is its head.
append_outcome append_one(memory_log& log) {
  log_head head = log.head();
  const std::string commit[] = {make_commit(head)};
  return log.append(commit);
}

TEST(MemoryLog, RefusesEveryAppendAfterOneThatFailed) {
  memory_log log;
  log.fail_append_after(1, false);
  EXPECT_EQ(append_one(log), append_outcome::durable);
  const log_head last_durable = log.head();
  EXPECT_EQ(append_one(log), append_outcome::unknown);
  EXPECT_EQ(append_one(log), append_outcome::unknown);
  EXPECT_EQ(log.head(), last_durable);
}

TEST(MemoryLog, AFailedAppendMayBeThereAfterTheNextOpen) {
  for (const bool stored : {false, true}) {
    memory_log log;
    log.fail_append_after(0, stored);
    EXPECT_EQ(append_one(log), append_outcome::unknown);
    log.open();
    EXPECT_EQ(log.head().head(), position(stored ? 1 : 0));
    EXPECT_EQ(append_one(log), append_outcome::durable);
  }
}

TEST(MemoryLog, IsTheSameForTheSameSeed) {
  EXPECT_EQ(memory_log(5).head(), memory_log(5).head());
  EXPECT_NE(memory_log(5).head().log, memory_log(6).head().log);
}

}  // namespace
}  // namespace jumak::storage
