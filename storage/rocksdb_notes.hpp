#pragma once

#include <rocksdb/env.h>

#include <cstdarg>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace jumak::storage {

/// Takes what RocksDB has to say instead of its LOG file, whose writer aborts the process on a full
/// disk. Keeps the last warnings and errors in memory and hands each on. Any thread.
class rocksdb_notes final : public rocksdb::Logger {
 public:
  /// How many notes are kept, and how many bytes of each.
  static constexpr std::size_t kept_max = 64;
  static constexpr std::size_t length_max = 1000;

  /// `on_note` may be empty; it is called from RocksDB's threads and must not call back into it.
  explicit rocksdb_notes(std::function<void(std::string_view)> on_note);

  /// The notes kept, oldest first.
  [[nodiscard]] std::vector<std::string> kept() const;

  using rocksdb::Logger::Logv;
  void Logv(const char* format, std::va_list arguments) override;

 private:
  const std::function<void(std::string_view)> on_note_;
  mutable std::mutex mutex_;
  std::deque<std::string> kept_;
};

}  // namespace jumak::storage
