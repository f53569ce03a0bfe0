#pragma once

#include <sys/types.h>

#include <boost/json.hpp>
#include <cstdio>
#include <filesystem>
#include <string>
#include <zmq.hpp>

namespace ledger {

/// `ledger serve` as a process of its own, on free ports and a fresh folder; answers once constructed.
class served_ledger {
 public:
  served_ledger();
  ~served_ledger();
  served_ledger(const served_ledger&) = delete;
  served_ledger& operator=(const served_ledger&) = delete;

  /// Of `commands`, `queries`, `events` or `history`.
  [[nodiscard]] std::string address(const char* endpoint) const;
  /// SIGTERM; the exit code.
  int stop();

 private:
  std::filesystem::path folder_;
  FILE* output_ = nullptr;
  pid_t process_ = 0;
  boost::json::object ready_;
};

/// A connection for one thread.
class client {
 public:
  explicit client(const std::string& address);
  void send(const boost::json::object& request);
  /// The next answer; throws when there is none for 30 s.
  boost::json::object receive();
  boost::json::object ask(const boost::json::object& request);

 private:
  zmq::context_t context_;
  zmq::socket_t socket_;
};

}  // namespace ledger
