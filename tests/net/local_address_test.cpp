#include "net/local_address.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace jumak::net {
namespace {

TEST(LocalAddress, MakesAPrivateFolder) {
  const auto root = std::filesystem::temp_directory_path() / ("jumak-local-" + std::to_string(::getpid()));
  EXPECT_EQ(prepare_local_address("ipc://" + (root / "a/b/socket").string()), 0);
  EXPECT_EQ(std::filesystem::status(root / "a/b").permissions(), std::filesystem::perms::owner_all);
  std::ofstream(root / "file") << "x";
  EXPECT_NE(prepare_local_address("ipc://" + (root / "file/b/socket").string()), 0);
  std::filesystem::remove_all(root);
}

TEST(LocalAddress, LeavesOtherAddressesAlone) {
  for (const char* address : {"tcp://127.0.0.1:1", "ipc://*", "ipc://@name", "inproc://x", "nonsense", "ipc://", ""}) {
    EXPECT_EQ(prepare_local_address(address), 0) << address;
  }
}

}  // namespace
}  // namespace jumak::net
