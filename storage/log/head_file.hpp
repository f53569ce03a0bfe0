#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "storage/posix_file.hpp"

namespace jumak::storage {

/// A durable commit by which the log is known to reach at least so far.
struct head_mark {
  log_id log;
  commit_number number;  ///< 0 = the log was just born and may be empty.
  position head;         ///< After that commit.
  hash128 hash;
  friend bool operator==(const head_mark&, const head_mark&) = default;
};

[[nodiscard]] head_mark mark_of(const log_head& head) noexcept;

/// The file HEAD: a lower bound of where the log ends, kept outside RocksDB, because a WAL file that is
/// gone goes unnoticed there in every mode of recovery.
///
///   HEAD := slot slot                      each 512 bytes, the unit a disk writes whole
///   slot := "JMKHEAD1", log id 2 × u64, commit number u64, position u64, hash 2 × u64, zeros,
///           XXH3-128 of the 496 bytes before 2 × u64                  numbers little-endian
///
/// The slots are overwritten in place by turns, so one is always whole; the further one counts. A thread
/// of its own writes it, so that commits do not wait: within `delay_max` of a commit, exact at the end.
class head_file {
 public:
  /// What a mark waits for others to come, so that commits under load share one sync.
  static constexpr std::chrono::milliseconds gather_time{30};
  static constexpr std::chrono::milliseconds delay_max{50};

  /// The mark in the file. Errors: not_found when there is no file, corrupt when no slot is whole.
  [[nodiscard]] static result<head_mark> read(const std::filesystem::path& path);

  /// Makes a file whose mark is `first`, durably. Errors: io_failed.
  [[nodiscard]] static result<void> create(const std::filesystem::path& path,
                                           const head_mark& first);

  /// Opens the file of a log to keep it up to date. Errors: as `read`, io_failed.
  [[nodiscard]] static result<std::unique_ptr<head_file>> open(const std::filesystem::path& path);

  /// Writes the last mark and waits for it.
  ~head_file();
  head_file(const head_file&) = delete;
  head_file& operator=(const head_file&) = delete;

  /// Takes a new durable head. Never waits for the disk. The thread that appends.
  void note(const log_head& head);

  /// True once a write failed; nothing is written after. Any thread.
  [[nodiscard]] bool failed() const noexcept { return failed_.load(std::memory_order_relaxed); }

 private:
  head_file(std::filesystem::path path, file_descriptor file, std::size_t next_slot);
  void run();
  void write(const head_mark& mark);

  const std::filesystem::path path_;
  const file_descriptor file_;
  std::size_t next_slot_;  // The writing thread's own.
  std::atomic<bool> failed_ = false;

  std::mutex mutex_;  // Guards pending_ and stopping_.
  std::condition_variable changed_;
  std::optional<head_mark> pending_;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace jumak::storage
