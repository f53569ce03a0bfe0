#pragma once

#include <cstdint>
#include <filesystem>

#include "core/error.hpp"
#include "storage/posix_file.hpp"

namespace jumak::storage {

/// The folder a server keeps everything in, held by this process alone.
///
///   DATA/LOCK      held by flock for as long as the server runs; says the process that holds it
///   DATA/VERSION   "jumak data <number>\n": the form of all the rest
///   DATA/HEAD      where the log was known to end (storage/log/head_file.hpp)
///   DATA/log/      the truth
///   DATA/index/    folds of it, which may be deleted while no server runs
///   DATA/torn/     copies of writes that a crash broke off (storage/log/wal_tail.hpp); nobody reads them
class data_folder {
 public:
  /// The form this program writes and the newest it reads.
  static constexpr std::uint32_t version = 1;

  /// Creates the folder when it is not there and takes it; held until the object ends. When it says
  /// no, nothing but LOCK was touched. Errors, each a sentence for the operator that says what to do: locked,
  /// newer_format, bad_configuration (not a folder, or somebody else's files are in it), io_failed (not
  /// writable, disk full), corrupt.
  [[nodiscard]] static result<data_folder> open(const std::filesystem::path& path);

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] std::filesystem::path log_path() const { return path_ / "log"; }
  [[nodiscard]] std::filesystem::path index_path() const { return path_ / "index"; }
  [[nodiscard]] std::filesystem::path torn_path() const { return path_ / "torn"; }
  [[nodiscard]] std::filesystem::path head_path() const { return path_ / "HEAD"; }

 private:
  data_folder(std::filesystem::path path, file_descriptor lock) noexcept
      : path_(std::move(path)), lock_(std::move(lock)) {}

  std::filesystem::path path_;
  file_descriptor lock_;
};

}  // namespace jumak::storage
