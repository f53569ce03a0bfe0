#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "net/limits.hpp"

/// What a follower and the history endpoint say to each other, beside the JSON of clients. All numbers are
/// little-endian.
///
///   start    := "$log", version u16, kind u16
///   request  := start (kind 1), sequence u64, log id 2 × u64, first position u64, commit number u64,
///               hash of the commit before 2 × u64, bytes u32, reserved u32 (0)              72 bytes
///   page     := start (kind 2), sequence u64, status u32, commits u32, head                 88 bytes
///   head     := log id 2 × u64, epoch u64, last commit number u64, next position u64, next record u64,
///               hash of the last commit 2 × u64                                              64 bytes
///   notice   := start (kind 3), head                                                         72 bytes
///
/// A request is one frame; its reply is the frame `page`, then one frame per commit. A notice is the second
/// frame of a `$log` message that carries no commit. Example: a follower with nothing asks with log id and
/// hash 0, position 1 and commit number 1, and gets the log from its beginning.
namespace jumak::net {

inline constexpr std::uint16_t log_page_version = 1;

/// Asks for whole commits, from the one named on.
struct page_request {
  std::uint64_t sequence = 0;  ///< Comes back in the page, so that a late page is known.
  log_id log;                  ///< All zero: any log, the follower has nothing.
  commit_key from{position(1), commit_number(1)};
  hash128 previous;            ///< Hash of the commit before `from`; all zero for the first.
  std::uint32_t bytes_max = 0; ///< At most page_bytes_max; the page holds one commit at least if there is one.
  friend bool operator==(const page_request&, const page_request&) = default;
};

enum class page_status : std::uint32_t {
  ok = 0,
  diverged = 1,     ///< Another log, or `from` lies beyond the head, or the hash before it is another.
  unavailable = 2,  ///< Not now; ask again later.
};

/// What stands before the commits of a page.
struct page_header {
  std::uint64_t sequence = 0;
  page_status status = page_status::ok;
  std::uint32_t commit_count = 0;
  log_head head;  ///< Where the log ended when the page was read.
  friend bool operator==(const page_header&, const page_header&) = default;
};

/// True for a frame of this grammar, of any version; no JSON begins like it.
[[nodiscard]] bool is_log_frame(std::string_view bytes) noexcept;

[[nodiscard]] std::string encode(const page_request& request);
[[nodiscard]] std::string encode(const page_header& page);
[[nodiscard]] std::string encode_notice(const log_head& head);

/// Total over hostile bytes. Errors: malformed, newer_format.
[[nodiscard]] result<page_request> read_page_request(std::string_view bytes);
[[nodiscard]] result<page_header> read_page_header(std::string_view bytes);
[[nodiscard]] result<log_head> read_notice(std::string_view bytes);

}  // namespace jumak::net
