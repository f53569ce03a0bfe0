#include "storage/index/unread_events.hpp"

#include <string>
#include <utility>

#include "storage/posix_file.hpp"

namespace jumak::storage {

unread_events::unread_events(std::filesystem::path index_folder, std::uint64_t readable)
    : index_folder_(std::move(index_folder)), readable_(readable) {}

std::string unread_events::mark() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "unread ";
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[readable_ >> shift & 0xF];
  return text + "\n";
}

result<bool> unread_events::note() {
  const std::lock_guard lock(mutex_);
  if (noted_) return false;
  if (auto written = replace_file(file(), mark()); !written) return tl::unexpected(written.error());
  noted_ = true;
  return true;
}

result<bool> unread_events::were_unread_by_another() const {
  const auto found = read_file(file());
  if (found) return *found != mark();
  if (found.error().code == errc::not_found) return false;
  return tl::unexpected(found.error());
}

}  // namespace jumak::storage
