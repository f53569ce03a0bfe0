#include "storage/log/rocksdb_log.hpp"

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <limits>
#include <utility>

#include "core/assert.hpp"
#include "storage/log/chain.hpp"
#include "storage/log/head_file.hpp"
#include "storage/log/log_database.hpp"
#include "storage/log/log_key.hpp"
#include "storage/rocksdb_status.hpp"

namespace jumak::storage {
namespace {

std::string_view view(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

constexpr commit_number last_number{std::numeric_limits<std::uint64_t>::max()};

/// Checks the commit an iterator stands on.
result<commit_view> take(chain_check& chain, const rocksdb::Iterator& at) {
  const auto key = parse_log_key(view(at.key()));
  if (!key) return failure(errc::corrupt, "the log is damaged: it has a key that is no commit's");
  return chain.take(*key, view(at.value()));
}

}  // namespace

rocksdb_log::rocksdb_log(std::unique_ptr<log_database> database,
                         std::unique_ptr<head_file> head_mark, const log_head& head,
                         bool sync_writes)
    : database_(std::move(database)),
      head_mark_(std::move(head_mark)),
      sync_writes_(sync_writes),
      head_(head) {}

rocksdb_log::~rocksdb_log() = default;

log_head rocksdb_log::head() const {
  const std::lock_guard lock(head_mutex_);
  return head_;
}

void rocksdb_log::publish(const log_head& head) {
  {
    const std::lock_guard lock(head_mutex_);
    head_ = head;
  }
  head_mark_->note(head);
}

append_outcome rocksdb_log::append(std::span<const std::string> commits) {
  JUMAK_ASSERT(!commits.empty());
  log_head reached = head_;  // Only this thread writes it.
  rocksdb::WriteBatch batch;
  for (const std::string& bytes : commits) {
    const log_key key(key_after(reached));
    reached = head_after_all(reached, {&bytes, 1});
    const rocksdb::Status put = batch.Put(key.bytes(), bytes);
    JUMAK_ASSERT(put.ok());
  }
  if (failed()) return append_outcome::unknown;
  rocksdb::WriteOptions writing;
  writing.sync = sync_writes_;
  if (!database_->database->Write(writing, &batch).ok()) {
    // After a failed sync the bytes may be there on the next open: nobody can say now.
    database_->failed->store(true, std::memory_order_relaxed);
    return append_outcome::unknown;
  }
  publish(reached);
  return append_outcome::durable;
}

result<std::vector<std::string>> rocksdb_log::read(commit_key from, std::size_t max_bytes) const {
  const log_key end(key_after(head()));
  const rocksdb::Slice bound(end.bytes());
  rocksdb::ReadOptions reading = log_read_options(&bound);
  reading.fill_cache = false;  // A follower reads everything once.
  const std::unique_ptr<rocksdb::Iterator> at(database_->database->NewIterator(reading));
  std::vector<std::string> page;
  std::size_t bytes = 0;
  chain_check chain;
  for (at->Seek(log_key(from).bytes()); at->Valid(); at->Next()) {
    if (!page.empty() && bytes + at->value().size() > max_bytes) break;
    if (const auto commit = take(chain, *at); !commit) return tl::unexpected(commit.error());
    bytes += at->value().size();
    page.emplace_back(view(at->value()));
  }
  if (!at->status().ok()) return tl::unexpected(error_of(at->status(), "reading the log"));
  return page;
}

result<std::string> rocksdb_log::read_commit(commit_key key) const {
  if (key.number > head().last_commit) return failure(errc::corrupt, missing_commit(key));
  std::string bytes;
  const log_key stored(key);
  const rocksdb::Status status =
      database_->database->Get(log_read_options(nullptr), stored.bytes(), &bytes);
  if (status.IsNotFound()) return failure(errc::corrupt, missing_commit(key));
  if (!status.ok()) return tl::unexpected(error_of(status, "reading the log"));
  chain_check chain;
  if (const auto commit = chain.take(key, bytes); !commit) return tl::unexpected(commit.error());
  return bytes;
}

result<commit_key> rocksdb_log::find(position event) const {
  const log_head now = head();
  if (event < position(1) || event > now.head())
    return failure(errc::not_found, outside_log(event));
  const log_key end(key_after(now));
  const rocksdb::Slice bound(end.bytes());
  const std::unique_ptr<rocksdb::Iterator> at(
      database_->database->NewIterator(log_read_options(&bound)));
  // Commits without events share the position of the one that follows; the last of them has events.
  at->SeekForPrev(log_key({event, last_number}).bytes());
  if (!at->status().ok()) return tl::unexpected(error_of(at->status(), "reading the log"));
  if (!at->Valid()) return failure(errc::corrupt, missing_commit({event, commit_number(0)}));
  chain_check chain;
  const auto commit = take(chain, *at);
  if (!commit) return tl::unexpected(commit.error());
  if (event >= commit->header().next_position()) {
    return failure(errc::corrupt, missing_commit({event, commit_number(0)}));
  }
  return commit->key();
}

bool rocksdb_log::failed() const noexcept {
  return database_->failed->load(std::memory_order_relaxed) || head_mark_->failed();
}

std::vector<std::string> rocksdb_log::notes() const { return database_->notes->kept(); }

}  // namespace jumak::storage
