#include "bench/disk_probe.hpp"

#include "bench/failure.hpp"
#include "bench/stream_socket.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <array>

namespace jumak::bench {

histogram probe_disk(const std::filesystem::path& folder, std::chrono::milliseconds duration) {
  const auto path = folder / "probe";
  const file_descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  std::array<char, 280> event{};
  histogram took;
  const auto end = std::chrono::steady_clock::now() + duration;
  for (auto before = std::chrono::steady_clock::now(); before < end;) {
    if (::write(file.get(), event.data(), event.size()) != static_cast<ssize_t>(event.size()) ||
        ::fdatasync(file.get()) != 0)
      throw failure("Cannot write to " + path.string() + ".");
    const auto after = std::chrono::steady_clock::now();
    took.record(static_cast<std::uint64_t>(std::chrono::nanoseconds(after - before).count()));
    before = after;
  }
  std::filesystem::remove(path);
  return took;
}

}  // namespace jumak::bench
