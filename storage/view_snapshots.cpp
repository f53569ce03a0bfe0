#include "storage/view_snapshots.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/pack_head.hpp"
#include "core/running_hash.hpp"

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "JMKV";
constexpr std::uint32_t format = 1;
constexpr std::string_view name_start = "view-";
constexpr std::string_view name_end = ".snapshot";
constexpr std::size_t position_digits = 20;

void pack_fixed32(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(number >> shift));
}

std::uint32_t read_fixed32(unpacker& in) {
  std::uint32_t number = 0;
  for (int shift = 0; shift < 32; shift += 8) number |= static_cast<std::uint32_t>(in.read_byte()) << shift;
  return number;
}

std::string_view read_raw(unpacker& in, std::string_view bytes, std::size_t size) {
  if (size > in.remaining()) {
    in.fail();
    return {};
  }
  const std::string_view raw = bytes.substr(bytes.size() - in.remaining(), size);
  in = unpacker(bytes.substr(bytes.size() - in.remaining() + size));
  return raw;
}

std::string header_bytes(const log_head& head, std::uint64_t streams, std::uint64_t fingerprint) {
  std::string out(magic);
  pack_fixed32(out, format);
  pack_fixed64(out, fingerprint);
  pack_head(out, head);
  pack_fixed64(out, streams);
  return out;
}

tl::unexpected<error> torn() { return failure(errc::corrupt, "it is torn or damaged"); }

/// What a file says, every byte of it checked, and not more of it read than that needs.
result<view_snapshot> read_snapshot(std::string_view bytes, std::uint64_t fingerprint,
                                    const view_snapshots::fits_log& fits) {
  unpacker in(bytes);
  if (read_raw(in, bytes, magic.size()) != magic) return torn();
  const std::uint32_t form = read_fixed32(in);
  const std::uint64_t rules = in.read_fixed64();
  view_snapshot snapshot;
  snapshot.head = unpack_head(in);
  snapshot.streams = in.read_fixed64();
  running_hash running(bytes.substr(0, bytes.size() - in.remaining()));
  if (in.failed() || unpack_hash(in) != running.now()) return torn();
  if (form != format || rules != fingerprint) return failure(errc::newer_format, "it was made by other rules");
  if (!fits(snapshot.head)) return failure(errc::wrong_log, "it is not of this log");
  while (const std::uint32_t size = read_fixed32(in)) {
    const std::string_view piece = read_raw(in, bytes, size);
    if (in.failed()) return torn();
    running.add(piece);
    snapshot.views += piece;
  }
  if (unpack_hash(in) != running.now() || !in.done()) return torn();
  return snapshot;
}

/// Appends to a file and remembers the first thing that failed.
class snapshot_file {
 public:
  explicit snapshot_file(fs::path path) : path_(std::move(path)) {
    auto opened = open_file(path_, O_WRONLY | O_CREAT | O_TRUNC);
    if (!opened) failed_ = tl::unexpected(opened.error());
    if (opened) file_ = std::move(*opened);
  }
  void append(std::string_view bytes) {
    if (failed_) failed_ = write_at(file_, bytes, size_, path_);
    size_ += bytes.size();
  }
  [[nodiscard]] result<void> finish() const { return failed_ ? sync_data(file_, path_) : failed_; }

 private:
  fs::path path_;
  file_descriptor file_;
  std::uint64_t size_ = 0;
  result<void> failed_;
};

std::string file_name(position at) {
  std::string digits = std::to_string(at.value());
  digits.insert(0, position_digits - digits.size(), '0');
  return std::string(name_start) + digits + std::string(name_end);
}

}  // namespace

result<view_snapshots> view_snapshots::open(const fs::path& folder) {
  std::error_code failed;
  if (fs::create_directories(folder, failed)) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return failure(errc::io_failed, "making " + folder.string() + " failed: " + failed.message());
  auto lock = open_file(folder / "LOCK", O_RDWR | O_CREAT);
  if (!lock) return tl::unexpected(lock.error());
  if (::flock(lock->number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return tl::unexpected(system_error("locking", folder / "LOCK"));
    return failure(errc::locked, "another process keeps its views in " + folder.string());
  }
  std::vector<fs::path> unfinished;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".new") unfinished.push_back(entry.path());
  }
  for (const fs::path& file : unfinished) fs::remove(file, failed);
  return view_snapshots(folder, std::move(*lock));
}

result<void> view_snapshots::write(const log_head& head, std::uint64_t streams, std::uint64_t fingerprint,
                                   const std::function<bool(const piece_sink&)>& save) const {
  const fs::path finished = folder_ / file_name(head.head());
  fs::path unfinished = finished;
  unfinished += ".new";
  snapshot_file file(unfinished);
  std::string header = header_bytes(head, streams, fingerprint);
  running_hash running(header);
  pack_hash(header, running.now());
  file.append(header);
  const bool whole = save([&](std::string_view piece) {
    if (piece.empty()) return;  // A size of 0 is the end.
    std::string size;
    pack_fixed32(size, static_cast<std::uint32_t>(piece.size()));
    file.append(size);
    file.append(piece);
    running.add(piece);
  });
  std::error_code ignored;
  if (!whole) {
    fs::remove(unfinished, ignored);
    return failure(errc::unavailable, "it was given up");
  }
  std::string end;
  pack_fixed32(end, 0);
  pack_hash(end, running.now());
  file.append(end);
  if (auto written = file.finish(); !written) {
    fs::remove(unfinished, ignored);
    return written;
  }
  if (std::rename(unfinished.c_str(), finished.c_str()) != 0) {
    return tl::unexpected(system_error("renaming", unfinished));
  }
  if (auto synced = sync_folder(folder_); !synced) return synced;
  std::size_t left = 0;
  for (const fs::path& kept : files()) {
    // One of a later position is not of this log, which has just got here.
    if (kept > finished || ++left > files_max) fs::remove(kept, ignored);
  }
  return {};
}

std::optional<view_snapshot> view_snapshots::newest(std::uint64_t fingerprint, const fits_log& fits,
                                                    const ignored_note& ignored) const {
  for (const fs::path& file : files()) {
    const auto bytes = read_file(file);
    auto snapshot = bytes ? read_snapshot(*bytes, fingerprint, fits) : tl::unexpected(bytes.error());
    if (snapshot) return std::move(*snapshot);
    ignored("the snapshot " + file.string() + " is ignored: " + snapshot.error().message);
  }
  return std::nullopt;
}

std::vector<fs::path> view_snapshots::files() const {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    const std::string name = entry.path().filename();
    const bool right_size = name.size() == name_start.size() + position_digits + name_end.size();
    if (right_size && name.starts_with(name_start) && name.ends_with(name_end)) found.push_back(entry.path());
  }
  std::ranges::sort(found, std::greater<>());
  return found;
}

}  // namespace jumak::storage
