#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "storage/posix_file.hpp"

/// Views at a position: only a shortcut past the log, so a file that is torn, of another log or written by other rules
/// is ignored, and they are folded from an older one or from the start. All numbers are little-endian.
///
///   FOLDER/LOCK                      held by flock: one process keeps snapshots in a folder
///   FOLDER/view-<position>.snapshot  the position with zeros to 20 digits
///   FOLDER/*.new                     not finished; worthless after a crash
///
///   snapshot := "JMKV", format u32 (1), fingerprint u64, head, streams u64, running hash 2 × u64, piece…, end
///   head     := log id 2 × u64, epoch u64, last commit u64, next position u64, next record u64, its hash 2 × u64
///   piece    := size u32 (above 0), bytes
///   end      := 0 u32, running hash 2 × u64
///
/// The running hash begins as that of the header's bytes before it, and with each piece becomes the hash of itself and
/// the piece's (core/running_hash.hpp). Nothing may follow the end. The folder is made with mode 0700: the views have
/// personal data.
namespace jumak::storage {

struct view_snapshot {
  log_head head;              ///< Up to where the views had folded the log.
  std::uint64_t streams = 0;  ///< That had an event by then.
  std::string views;          ///< As the domain saved them.
};

class view_snapshots {
 public:
  /// So many finished ones are kept; an older one can be of use when the log lost its end.
  static constexpr std::size_t files_max = 2;

  using piece_sink = std::function<void(std::string_view)>;
  using fits_log = std::function<bool(const log_head&)>;
  using ignored_note = std::function<void(const std::string&)>;

  /// Makes the folder when it is not there, takes it until the object ends, and clears away what a crash left.
  /// Errors: locked, io_failed.
  [[nodiscard]] static result<view_snapshots> open(const std::filesystem::path& folder);

  /// Writes one, whole or not at all, durably, and takes away the oldest beyond files_max and those of later positions.
  /// `save` hands the views over piece by piece, and says false when it gave up before the end. Blocks. Errors:
  /// io_failed, unavailable (given up).
  [[nodiscard]] result<void> write(const log_head& head, std::uint64_t streams, std::uint64_t fingerprint,
                                   const std::function<bool(const piece_sink&)>& save) const;

  /// The newest that is whole, has this fingerprint and a head that `fits`; `ignored` is told one sentence for each
  /// newer one. Blocks.
  [[nodiscard]] std::optional<view_snapshot> newest(std::uint64_t fingerprint, const fits_log& fits,
                                                    const ignored_note& ignored) const;

  /// The finished ones, newest first.
  [[nodiscard]] std::vector<std::filesystem::path> files() const;

 private:
  view_snapshots(std::filesystem::path folder, file_descriptor lock) noexcept
      : folder_(std::move(folder)), lock_(std::move(lock)) {}

  std::filesystem::path folder_;
  file_descriptor lock_;
};

}  // namespace jumak::storage
