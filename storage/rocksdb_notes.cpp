#include "storage/rocksdb_notes.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace jumak::storage {

rocksdb_notes::rocksdb_notes(std::function<void(std::string_view)> on_note)
    : rocksdb::Logger(rocksdb::InfoLogLevel::WARN_LEVEL), on_note_(std::move(on_note)) {}

std::vector<std::string> rocksdb_notes::kept() const {
  const std::lock_guard lock(mutex_);
  return {kept_.begin(), kept_.end()};
}

void rocksdb_notes::Logv(const char* format, std::va_list arguments) {
  std::array<char, length_max> text{};
  const int length = std::vsnprintf(text.data(), text.size(), format, arguments);
  if (length <= 0) return;
  const std::string_view note(text.data(),
                              std::min(static_cast<std::size_t>(length), text.size() - 1));
  {
    const std::lock_guard lock(mutex_);
    if (kept_.size() == kept_max) kept_.pop_front();
    kept_.emplace_back(note);
  }
  if (on_note_) on_note_(note);
}

}  // namespace jumak::storage
