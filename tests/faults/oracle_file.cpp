#include "tests/faults/oracle_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace jumak::faults {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

oracle_file::oracle_file(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
  if (file_ < 0) fail("the oracle's file");
}

oracle_file::~oracle_file() { ::close(file_); }

void oracle_file::note(char kind, std::string_view text) {
  pending_ += kind;
  pending_ += ' ';
  pending_ += text;
  pending_ += '\n';
}

void oracle_file::sync() {
  if (pending_.empty()) return;
  for (std::string_view rest = pending_; !rest.empty();) {
    const auto written = ::write(file_, rest.data(), rest.size());
    if (written < 0) fail("a write of the oracle");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fdatasync(file_) != 0) fail("a sync of the oracle");
  pending_.clear();
}

void oracle_file::read(const std::filesystem::path& path,
                       const std::function<void(char, std::string_view)>& line) {
  std::ifstream in(path);
  if (!in) fail("the oracle's file");
  for (std::string text; std::getline(in, text);)
    if (text.size() > 2) line(text[0], std::string_view(text).substr(2));
}

}  // namespace jumak::faults
