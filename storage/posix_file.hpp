#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "core/error.hpp"

/// Files of our own beside RocksDB's: opened, written and synced with the system's calls.
namespace jumak::storage {

/// Owns a file descriptor.
class file_descriptor {
 public:
  file_descriptor() = default;
  explicit file_descriptor(int number) noexcept : number_(number) {}
  file_descriptor(file_descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  file_descriptor& operator=(file_descriptor&& other) noexcept;
  ~file_descriptor();

  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] bool open() const noexcept { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// The error of a failed call, from errno: "<doing> <path> failed: No space left on device".
[[nodiscard]] error system_error(std::string_view doing, const std::filesystem::path& path);

/// Opens with `flags` (O_CLOEXEC is added); a created file is readable by its owner's group.
[[nodiscard]] result<file_descriptor> open_file(const std::filesystem::path& path, int flags);

/// Writes all of `bytes` at `offset`, however many calls it takes.
[[nodiscard]] result<void> write_at(const file_descriptor& file, std::string_view bytes,
                                    std::uint64_t offset, const std::filesystem::path& path);

/// Makes the bytes durable, and the size when it changed.
[[nodiscard]] result<void> sync_data(const file_descriptor& file,
                                     const std::filesystem::path& path);

/// Makes names created or renamed in the folder durable.
[[nodiscard]] result<void> sync_folder(const std::filesystem::path& folder);

/// All bytes of a file. Errors: not_found when there is none, io_failed.
[[nodiscard]] result<std::string> read_file(const std::filesystem::path& path);

/// Puts a file there, whole or not at all: written beside it, synced, renamed, folder synced.
[[nodiscard]] result<void> replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace jumak::storage
