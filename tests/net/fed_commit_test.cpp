#include "net/fed_commit.hpp"

#include <gtest/gtest.h>

#include "tests/net/test_log.hpp"

namespace jumak::net {
namespace {

TEST(FedCommit, KeepsItsViewWhenItIsMoved) {
  testing::test_log log;
  fed_commit first = log.commit(0);
  const std::vector<fed_commit> moved = [&] {
    std::vector<fed_commit> all;
    all.push_back(std::move(first));
    all.push_back(log.commit(0));
    return all;
  }();
  EXPECT_EQ(moved[0].view.bytes().data(), moved[0].bytes.text().data());
  EXPECT_EQ(moved[0].view.bytes(), *log.bytes(0));
}

TEST(FedCommit, RefusesDamage) {
  testing::test_log log;
  std::string bytes = *log.bytes(0);
  bytes[100] = static_cast<char>(bytes[100] ^ 1);
  EXPECT_EQ(read_fed_commit(frame(bytes)).error().code, errc::corrupt);
  EXPECT_FALSE(read_fed_commit(frame()).has_value());
}

}  // namespace
}  // namespace jumak::net
