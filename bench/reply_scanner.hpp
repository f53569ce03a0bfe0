#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jumak::bench {

/// What an answer says, as far as a load generator must know.
struct scanned_reply {
  enum class outcome {
    accepted,
    /// An accepted answer that was remembered: in a measurement of new ids a surprise.
    duplicate,
    rejected,
    error,
    /// Not an answer of the protocol.
    unreadable,
  };

  outcome what = outcome::unreadable;
  /// Points into the frame, or into the scanner; valid until the next scan. Empty if there is none.
  std::string_view id;
  /// 0 if there is none.
  std::uint64_t position = 0;
};

/// Reads answers without a JSON library as long as they begin exactly as docs/protocol.md writes an
/// accepted one; every other form goes through Boost.JSON and is read right, only slower. One
/// thread at a time.
class reply_scanner {
 public:
  [[nodiscard]] scanned_reply scan(std::string_view frame);

  /// Answers that needed the JSON library.
  [[nodiscard]] std::uint64_t parsed() const noexcept { return parsed_; }

 private:
  scanned_reply parse(std::string_view frame);

  std::string id_;
  std::uint64_t parsed_ = 0;
};

}  // namespace jumak::bench
