#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/end_to_end/process.hpp"

namespace jumak::end_to_end {

/// `jumak serve` on free ports, ready when constructed.
class server {
 public:
  /// Arguments after `serve --data DATA` and free ports, which they may override.
  explicit server(const std::filesystem::path& data, const std::vector<std::string>& more = {});

  /// A member of the ready line; throws when it is not there.
  [[nodiscard]] std::string address(const std::string& name) const;
  [[nodiscard]] const boost::json::object& ready() const { return ready_; }
  process& running() { return process_; }

  /// SIGTERM; its exit code.
  int stop();

 private:
  process process_;
  boost::json::object ready_;
};

}  // namespace jumak::end_to_end
