#include "net/error_bridge.hpp"

#include <gtest/gtest.h>
#include <cerrno>
#include <string>

namespace jumak::net {
namespace {

TEST(ErrorBridge, NamesTheEndpointTheAddressAndWhatToDo) {
  const error taken = address_error(EADDRINUSE, "commands", "tcp://127.0.0.1:7601");
  EXPECT_EQ(taken.code, errc::address_in_use);
  for (const char* part : {"commands", "tcp://127.0.0.1:7601", "choose another"}) {
    EXPECT_NE(taken.message.find(part), std::string::npos) << taken.message;
  }
}

TEST(ErrorBridge, TellsWrongConfigurationFromOtherFailures) {
  for (const int number : {EADDRNOTAVAIL, EINVAL, EACCES, ENAMETOOLONG, ENOENT}) {
    EXPECT_EQ(address_error(number, "events", "x").code, errc::bad_configuration);
  }
  EXPECT_EQ(address_error(EIO, "events", "x").code, errc::io_failed);
}

}  // namespace
}  // namespace jumak::net
