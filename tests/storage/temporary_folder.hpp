#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace jumak::storage {

/// A new folder under the tests' own; gone with the object.
class temporary_folder {
 public:
  temporary_folder() : temporary_folder(::testing::TempDir()) {}

  /// One in memory where the machine has that: for tests that sync a thousand times and whose disk is a
  /// simulation anyway.
  static temporary_folder in_memory() {
    const bool there = ::access("/dev/shm", W_OK) == 0;
    return temporary_folder(there ? "/dev/shm" : ::testing::TempDir());
  }

  explicit temporary_folder(const std::string& parent) {
    std::string name = parent + "/jumak-storage-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
    path_ = name;
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace jumak::storage
