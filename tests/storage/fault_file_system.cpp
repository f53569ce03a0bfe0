#include "tests/storage/fault_file_system.hpp"

#include <rocksdb/system_clock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace jumak::storage {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

std::string bytes_of(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_table(const std::string& name) { return name.ends_with(".sst"); }

class fault_file final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  fault_file(std::string name, fault_file_system& disk,
             std::unique_ptr<rocksdb::FSWritableFile> file)
      : FSWritableFileOwnerWrapper(std::move(file)), name_(std::move(name)), disk_(disk) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    if (IOStatus status = disk_.operate(); !status.ok()) return status;
    IOStatus status = FSWritableFileOwnerWrapper::Append(data, options, debug);
    if (status.ok()) disk_.appended(name_, data.size());
    return status;
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                  IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    if (IOStatus status = disk_.operate(); !status.ok()) return status;
    IOStatus status = FSWritableFileOwnerWrapper::Sync(options, debug);
    if (status.ok()) disk_.synced(name_);
    return status;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return Sync(options, debug);
  }

 private:
  const std::string name_;
  fault_file_system& disk_;
};

class fault_folder final : public rocksdb::FSDirectoryWrapper {
 public:
  fault_folder(fault_file_system& disk, std::unique_ptr<rocksdb::FSDirectory> folder)
      : FSDirectoryWrapper(std::move(folder)), disk_(disk) {}

  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    if (IOStatus status = disk_.operate(); !status.ok()) return status;
    IOStatus status = FSDirectoryWrapper::Fsync(options, debug);
    if (status.ok()) disk_.folder_synced();
    return status;
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions&) override {
    return Fsync(options, debug);
  }

 private:
  fault_file_system& disk_;
};

/// The machine's clock, but it never sleeps: RocksDB waits a second after each failed flush.
class sleepless_clock final : public rocksdb::SystemClockWrapper {
 public:
  sleepless_clock() : SystemClockWrapper(rocksdb::SystemClock::Default()) {}
  const char* Name() const override { return "sleepless_clock"; }
  void SleepForMicroseconds(int) override { std::this_thread::yield(); }
};

class fault_environment final : public rocksdb::EnvWrapper {
 public:
  explicit fault_environment(const std::shared_ptr<fault_file_system>& disk)
      : EnvWrapper(rocksdb::NewCompositeEnv(disk)) {
    file_system_ = disk;
    system_clock_ = std::make_shared<sleepless_clock>();
  }
};

}  // namespace

fault_file_system::fault_file_system(const disk_fault& fault)
    : FileSystemWrapper(rocksdb::FileSystem::Default()), fault_(fault) {}

void fault_file_system::cut_power() { power_cut_ = true; }

void fault_file_system::forget_unsynced() {
  const std::lock_guard lock(mutex_);
  std::error_code ignored;
  for (const auto& [name, size] : files_) {
    if (std::filesystem::exists(name, ignored))
      std::filesystem::resize_file(name, size.synced, ignored);
  }
  for (const std::string& name : created_) std::filesystem::remove(name, ignored);
  for (const auto& [name, bytes] : replaced_) std::ofstream(name, std::ios::binary) << bytes;
}

IOStatus fault_file_system::operate() {
  if (power_cut_) return IOStatus::IOError("power cut");
  const std::uint64_t number = operations_++;
  const bool fails = number == fault_.at || (fault_.from_then_on && number > fault_.at);
  if (!fails) return IOStatus::OK();
  return fault_.disk_full ? IOStatus::NoSpace("planned") : IOStatus::IOError("planned");
}

void fault_file_system::appended(const std::string& name, std::size_t bytes) {
  if (is_table(name)) table_bytes_written_ += bytes;
  const std::lock_guard lock(mutex_);
  files_[name].written += bytes;
}

void fault_file_system::synced(const std::string& name) {
  const std::lock_guard lock(mutex_);
  files_[name].synced = files_[name].written;
}

void fault_file_system::folder_synced() {
  const std::lock_guard lock(mutex_);
  created_.clear();
  replaced_.clear();
}

IOStatus fault_file_system::NewWritableFile(const std::string& name,
                                            const rocksdb::FileOptions& options,
                                            std::unique_ptr<rocksdb::FSWritableFile>* file,
                                            IODebugContext* debug) {
  if (IOStatus status = operate(); !status.ok()) return status;
  std::unique_ptr<rocksdb::FSWritableFile> opened;
  IOStatus status = FileSystemWrapper::NewWritableFile(name, options, &opened, debug);
  if (!status.ok()) return status;
  {
    const std::lock_guard lock(mutex_);
    files_[name] = {};
    created_.insert(name);
  }
  *file = std::make_unique<fault_file>(name, *this, std::move(opened));
  return status;
}

IOStatus fault_file_system::NewDirectory(const std::string& name, const IOOptions& options,
                                         std::unique_ptr<rocksdb::FSDirectory>* folder,
                                         IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSDirectory> opened;
  IOStatus status = FileSystemWrapper::NewDirectory(name, options, &opened, debug);
  if (status.ok()) *folder = std::make_unique<fault_folder>(*this, std::move(opened));
  return status;
}

IOStatus fault_file_system::RenameFile(const std::string& from, const std::string& to,
                                       const IOOptions& options, IODebugContext* debug) {
  if (IOStatus status = operate(); !status.ok()) return status;
  const bool replaces = std::filesystem::exists(to);
  const std::string before = replaces ? bytes_of(to) : "";
  IOStatus status = FileSystemWrapper::RenameFile(from, to, options, debug);
  if (!status.ok()) return status;
  const std::lock_guard lock(mutex_);
  created_.erase(from);
  if (!replaces) {
    created_.insert(to);
  } else if (!created_.contains(to)) {
    replaced_.emplace(to, before);
  }
  if (const auto found = files_.find(from); found != files_.end()) {
    files_[to] = found->second;
    files_.erase(found);
  }
  return status;
}

IOStatus fault_file_system::DeleteFile(const std::string& name, const IOOptions& options,
                                       IODebugContext* debug) {
  if (power_cut_) return IOStatus::IOError("power cut");
  if (is_table(name)) ++deleted_tables_;
  {
    const std::lock_guard lock(mutex_);
    files_.erase(name);
    created_.erase(name);
  }
  return FileSystemWrapper::DeleteFile(name, options, debug);
}

std::unique_ptr<rocksdb::Env> environment_on(const std::shared_ptr<fault_file_system>& disk) {
  return std::make_unique<fault_environment>(disk);
}

}  // namespace jumak::storage
