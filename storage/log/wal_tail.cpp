#include "storage/log/wal_tail.hpp"

#include <fcntl.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "core/commit.hpp"
#include "storage/log/wal_records.hpp"

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;

/// Bytes at the end of a WAL file that belong to no whole record.
struct wal_rest {
  fs::path file;
  std::size_t from = 0;
  std::string bytes;

  [[nodiscard]] std::string place() const {
    return file.filename().string() + " at byte " + std::to_string(from);
  }
};

/// WAL files are named by a number that grows.
result<std::vector<fs::path>> wal_files(const fs::path& folder) {
  std::vector<std::pair<unsigned long long, fs::path>> found;
  std::error_code failed;
  for (const fs::directory_entry& file : fs::directory_iterator(folder, failed)) {
    if (file.path().extension() == ".log")
      found.emplace_back(std::strtoull(file.path().stem().c_str(), nullptr, 10), file.path());
  }
  if (failed) {
    return failure(errc::io_failed, "reading " + folder.string() + " failed: " + failed.message());
  }
  std::sort(found.begin(), found.end());
  std::vector<fs::path> files;
  for (auto& [number, path] : found) files.push_back(std::move(path));
  return files;
}

/// The last commit in a record of the WAL, which is a batch of RocksDB's.
class last_commit_of final : public rocksdb::WriteBatch::Handler {
 public:
  static commit_number in(std::string_view record) {
    last_commit_of found;
    // What is no batch has no commit; RocksDB will say what it thinks of it.
    static_cast<void>(rocksdb::WriteBatch(std::string(record)).Iterate(&found));
    return found.last_;
  }

  rocksdb::Status PutCF(std::uint32_t, const rocksdb::Slice&,
                        const rocksdb::Slice& value) override {
    if (const auto commit = commit_view::parse({value.data(), value.size()}))
      last_ = std::max(last_, commit->header().number);
    return rocksdb::Status::OK();
  }

 private:
  commit_number last_;
};

/// Reads the WAL files in order, and finds what lies behind the last whole write.
class wal_reading {
 public:
  result<void> read(const fs::path& path) {
    const auto bytes = read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    wal_records records(*bytes);
    while (const auto record = records.next()) {
      if (auto taken = take(*record); !taken) return taken;
    }
    if (records.whole_until() == bytes->size()) return {};
    const bool damage = !records.zeros_behind();
    rests_.push_back({path, records.whole_until(),
                      damage ? bytes->substr(records.whole_until()) : std::string()});
    if (!damage) return {};
    if (!damage_) damage_ = rests_.back().place();
    while (const auto record = records.next_behind()) {
      if (auto taken = take(*record); !taken) return taken;
    }
    return {};
  }

  [[nodiscard]] commit_number last() const { return last_; }
  [[nodiscard]] const std::optional<std::string>& damage() const { return damage_; }
  [[nodiscard]] const std::vector<wal_rest>& rests() const { return rests_; }

 private:
  result<void> take(std::string_view record) {
    const commit_number number = last_commit_of::in(record);
    if (damage_ && number > last_) {
      return failure(errc::corrupt, "the log is damaged: " + *damage_ + " is not in order, and commit " +
                                        std::to_string(number.value()) +
                                        " lies behind it; restore a backup");
    }
    last_ = std::max(last_, number);
    return {};
  }

  commit_number last_;                 // 0 = none.
  std::optional<std::string> damage_;  // Where the first is.
  std::vector<wal_rest> rests_;
};

std::string told(const wal_rest& rest, const fs::path& copy, commit_number last) {
  return "the last write to the log was broken off, by a crash or a power cut: " +
         std::to_string(rest.bytes.size()) + " bytes of it, from " + rest.place() +
         ", were never acknowledged and are kept in " + copy.string() + "; the log goes on" +
         (last == commit_number() ? "" : " behind commit " + std::to_string(last.value()));
}

result<fs::path> keep_copy(const data_folder& folder, const wal_rest& rest) {
  std::error_code failed;
  fs::create_directory(folder.torn_path(), failed);
  if (failed) {
    return failure(errc::io_failed,
                   "creating " + folder.torn_path().string() + " failed: " + failed.message());
  }
  if (auto synced = sync_folder(folder.path()); !synced) return tl::unexpected(synced.error());
  fs::path copy = folder.torn_path() / rest.file.filename();
  copy += ".from-" + std::to_string(rest.from);
  if (auto kept = replace_file(copy, rest.bytes); !kept) return tl::unexpected(kept.error());
  return copy;
}

result<void> cut(const wal_rest& rest) {
  const auto file = open_file(rest.file, O_WRONLY);
  if (!file) return tl::unexpected(file.error());
  if (::ftruncate(file->number(), static_cast<::off_t>(rest.from)) != 0)
    return tl::unexpected(system_error("cutting", rest.file));
  return sync_data(*file, rest.file);
}

}  // namespace

result<void> settle_wal_tail(const data_folder& folder, const head_mark& mark,
                             const std::function<void(std::string_view)>& note) {
  const auto files = wal_files(folder.log_path());
  if (!files) return tl::unexpected(files.error());
  wal_reading reading;
  for (const fs::path& file : *files) {
    if (auto read = reading.read(file); !read) return read;
  }
  if (reading.damage() && reading.last() != commit_number() && reading.last() < mark.number) {
    return failure(errc::corrupt, "the log is damaged: " + *reading.damage() +
                                      " is not in order, but commit " +
                                      std::to_string(mark.number.value()) +
                                      ", which HEAD knows, was there; restore a backup");
  }
  for (const wal_rest& rest : reading.rests()) {
    if (!rest.bytes.empty()) {
      const auto copy = keep_copy(folder, rest);
      if (!copy) return tl::unexpected(copy.error());
      if (note) note(told(rest, *copy, reading.last()));
    }
    if (auto done = cut(rest); !done) return done;
  }
  return {};
}

}  // namespace jumak::storage
