#include "net/error_bridge.hpp"

#include <zmq.h>

#include <cerrno>
#include <string>

namespace jumak::net {
namespace {

struct advice {
  errc code;
  std::string_view text;
};

advice advice_for(int number) {
  switch (number) {
    case EADDRINUSE:
      return {errc::address_in_use,
              "is taken by another process; stop that one or choose another address, "
              "for example tcp://127.0.0.1:* for any free port"};
    case EADDRNOTAVAIL:
    case ENODEV:
      return {errc::bad_configuration, "is not an address of this machine; try tcp://127.0.0.1:PORT"};
    case EINVAL:
    case EPROTONOSUPPORT:
    case ENOCOMPATPROTO:
      return {errc::bad_configuration,
              "is not an address; write tcp://HOST:PORT or ipc:///FOLDER/FILE"};
    case EACCES:
    case EPERM:
      return {errc::bad_configuration,
              "may not be used by this user; choose a port above 1023 or a folder that can be written"};
    case ENAMETOOLONG: return {errc::bad_configuration, "has a path that is too long; choose a shorter one"};
    case ENOENT:
    case ENOTDIR: return {errc::bad_configuration, "lies in a folder that does not exist and cannot be made"};
    default: return {errc::io_failed, "could not be used"};
  }
}

}  // namespace

error address_error(int number, std::string_view endpoint, std::string_view address) {
  const auto [code, text] = advice_for(number);
  std::string message(endpoint);
  message.append(": ").append(address).append(" ").append(text);
  message.append(" (").append(zmq_strerror(number)).append(").");
  return {code, std::move(message), std::nullopt};
}

}  // namespace jumak::net
