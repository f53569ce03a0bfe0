#include "storage/log/head_file.hpp"

#include <fcntl.h>

#include "core/pack_head.hpp"

namespace jumak::storage {
namespace {

constexpr std::string_view magic = "JMKHEAD1";
constexpr std::size_t slot_size = 512;
constexpr std::size_t slot_count = 2;
constexpr std::size_t hash_size = 16;

std::string encode_slot(const head_mark& mark) {
  std::string slot(magic);
  pack_hash(slot, mark.log.bits);
  pack_fixed64(slot, mark.number.value());
  pack_fixed64(slot, mark.head.value());
  pack_hash(slot, mark.hash);
  slot.resize(slot_size - hash_size);
  pack_hash(slot, hash128_of(slot));
  return slot;
}

std::optional<head_mark> decode_slot(std::string_view slot) {
  if (slot.size() != slot_size || !slot.starts_with(magic)) return std::nullopt;
  const std::string_view hashed = slot.substr(0, slot_size - hash_size);
  unpacker end(slot.substr(hashed.size()));
  if (unpack_hash(end) != hash128_of(hashed)) return std::nullopt;
  unpacker in(hashed.substr(magic.size()));
  head_mark mark;
  mark.log.bits = unpack_hash(in);
  mark.number = commit_number(in.read_fixed64());
  mark.head = position(in.read_fixed64());
  mark.hash = unpack_hash(in);
  return mark;
}

struct slots {
  head_mark mark;             // The further one.
  std::size_t place_of_mark;  // Which slot it is in.
};

result<slots> read_slots(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  std::optional<slots> found;
  for (std::size_t place = 0; place < slot_count; ++place) {
    if (bytes->size() < (place + 1) * slot_size) break;
    const auto mark = decode_slot(std::string_view(*bytes).substr(place * slot_size, slot_size));
    if (mark && (!found || mark->number > found->mark.number)) found = slots{*mark, place};
  }
  if (found) return *found;
  return failure(errc::corrupt,
                 "the file " + path.string() +
                     ", which says how far the log reaches, is damaged: restore a backup");
}

}  // namespace

head_mark mark_of(const log_head& head) noexcept {
  return {head.log, head.last_commit, head.head(), head.last_hash};
}

result<head_mark> head_file::read(const std::filesystem::path& path) {
  const auto found = read_slots(path);
  if (!found) return tl::unexpected(found.error());
  return found->mark;
}

result<void> head_file::create(const std::filesystem::path& path, const head_mark& first) {
  return replace_file(path, encode_slot(first) + std::string(slot_size, '\0'));
}

result<std::unique_ptr<head_file>> head_file::open(const std::filesystem::path& path) {
  const auto found = read_slots(path);
  if (!found) return tl::unexpected(found.error());
  auto file = open_file(path, O_WRONLY);
  if (!file) return tl::unexpected(file.error());
  return std::unique_ptr<head_file>(
      new head_file(path, std::move(*file), (found->place_of_mark + 1) % slot_count));
}

head_file::head_file(std::filesystem::path path, file_descriptor file, std::size_t next_slot)
    : path_(std::move(path)),
      file_(std::move(file)),
      next_slot_(next_slot),
      writer_([this] { run(); }) {}

head_file::~head_file() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  writer_.join();
}

void head_file::note(const log_head& head) {
  bool was_idle = false;
  {
    const std::lock_guard lock(mutex_);
    was_idle = !pending_.has_value();
    pending_ = mark_of(head);
  }
  if (was_idle) changed_.notify_one();
}

void head_file::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || pending_; });
    if (!pending_) return;
    changed_.wait_for(lock, gather_time, [this] { return stopping_; });
    const head_mark mark = *pending_;
    pending_.reset();
    lock.unlock();
    write(mark);
    lock.lock();
  }
}

void head_file::write(const head_mark& mark) {
  // After a failed sync the disk's answer to the next one means nothing.
  if (failed()) return;
  const std::string slot = encode_slot(mark);
  const bool written = write_at(file_, slot, next_slot_ * slot_size, path_).has_value() &&
                       sync_data(file_, path_).has_value();
  if (!written) failed_.store(true, std::memory_order_relaxed);
  next_slot_ = (next_slot_ + 1) % slot_count;
}

}  // namespace jumak::storage
