#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jumak::bench {

/// Decodes a command as the simplest correct server would: Boost.JSON, the required fields, no
/// unknown ones. Then answers as Jumak would an accepted command of one event, or a malformed one.
class baseline_decoder {
 public:
  /// Reads a command; false if it is none, and then `reply` says so. One thread at a time.
  bool decode(std::string_view frame);

  /// The answer to the command read last, its event being at this position.
  [[nodiscard]] std::string reply(std::uint64_t position) const;

 private:
  std::string id_;
  std::string event_;
  std::string stream_;
};

}  // namespace jumak::bench
