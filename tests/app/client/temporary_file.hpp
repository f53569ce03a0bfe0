#pragma once

#include <unistd.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace jumak::app::client {

/// A file for one test, gone at its end.
class temporary_file {
 public:
  explicit temporary_file(std::string_view content, bool zipped = false) {
    std::string path = (std::filesystem::temp_directory_path() / "jumak-client-XXXXXX").string();
    const int descriptor = mkstemp(path.data());
    path_ = path;
    if (descriptor >= 0) {
      close(descriptor);
    }
    if (zipped) {
      gzFile file = gzopen(path_.c_str(), "wb");
      gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
      gzclose(file);
    } else {
      std::ofstream(path_, std::ios::binary) << content;
    }
  }
  ~temporary_file() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

}  // namespace jumak::app::client
