#include "tests/actors/shard_world.hpp"

#include <gtest/gtest.h>

#include "actors/replies.hpp"
#include "storage/index/deadline_fold.hpp"
#include "storage/index/index_restore.hpp"
#include "storage/index/record_walk.hpp"
#include "storage/log/rocksdb_log.hpp"

namespace jumak::actors::testing {
namespace {

template <class Message>
std::optional<Message> take_oldest(std::deque<Message>& queue) {
  if (queue.empty()) return std::nullopt;
  std::optional<Message> oldest(std::move(queue.front()));
  queue.pop_front();
  return oldest;
}

class reply_keeper final : public net::reply_sink {
 public:
  using keep = std::function<void(net::reply_address, std::string_view)>;
  explicit reply_keeper(keep use) : keep_(std::move(use)) {}
  void reply(net::reply_address to, std::string_view json) override { keep_(to, json); }
  void reply(net::reply_address, std::span<const std::string_view>) override { FAIL() << "no pages here"; }

 private:
  keep keep_;
};

}  // namespace

shard_world::shard_world(world_options options)
    : options_(options),
      domain_(shelf::make_domain()),
      deadlines_(*domain_, [] { return result<void>(); }),
      folder_(storage::temporary_folder::in_memory()) {
  open_storage();
  start();
}

void shard_world::open_storage() {
  if (options_.on_disk) {
    data_ = std::make_unique<storage::data_folder>(storage::data_folder::open(folder_.path() / "data").value());
    disk_log_ = storage::open_rocksdb_log(*data_, {}).value();
  }
  storage::run_store_options store_options;
  store_options.folder = folder_.path() / "index";
  store_ = storage::run_store::open(std::move(store_options)).value();
}

void shard_world::start() {
  storage::shard_index_options index_options;
  index_options.horizon.records = options_.horizon;
  index_options.generation_records = 2;
  index_options.filter_capacity = 1'000;
  auto index = std::make_unique<storage::shard_index>(index_options);
  ASSERT_TRUE(storage::restore_shard(*index, storage::slots_of(0, 1), *store_, index_options.horizon));
  storage::index_fold_options fold_options;
  fold_options.run_records = options_.run_records;
  fold_options.deadlines = &deadlines_;
  fold_ = std::make_unique<storage::index_fold>(*store_, fold_options);
  auto armed = std::make_unique<storage::armed_deadlines>();
  ASSERT_TRUE(storage::restore_deadlines(*armed, storage::slots_of(0, 1), *store_));
  const auto commits = log_in_use().read(fold_->next(), 1 << 30);
  ASSERT_TRUE(commits);
  for (const std::string& bytes : *commits) {
    const auto commit = commit_view::parse(bytes);
    storage::record_walk walk(*commit);
    while (walk.next()) {
      index->add(walk.record(), walk.place(), walk.number());
      ASSERT_TRUE(storage::fold_deadlines(*armed, walk.record(), deadlines_));
    }
    const auto folded = fold_->add(*commit);
    ASSERT_TRUE(folded);
    if (*folded) index->folded(**folded);
  }
  command_limits limits;
  limits.id_horizon.records = options_.horizon;
  limits.lookups_per_read = options_.lookups_per_read;
  journal_ = std::make_unique<journal>(log_in_use());
  reader_ = std::make_unique<reader>(log_in_use(), *store_, options_.events_per_snapshot);
  limits.due_in_flight_max = options_.due_in_flight_max;
  shard_ = std::make_unique<shard>(0, *domain_, limits, options_.aggregates_max,
                                   record_number(log_in_use().head().next_record.value() - 1), std::move(index),
                                   std::move(armed));
}

std::uint32_t shard_world::send(const std::vector<shelf_command>& commands, std::int64_t clock) {
  const std::uint32_t first = next_slot_;
  auto batch = std::make_shared<command_batch>();
  batch->clock = timestamp(std::chrono::microseconds(clock));
  for (const shelf_command& one : commands) batch->commands.push_back(one.routed(*domain_, next_slot_++));
  shard_output out;
  shard_->on_commands(batch, out);
  take(out);
  return first;
}

void shard_world::tell_clock(std::int64_t clock) {
  const timestamp now{std::chrono::microseconds(clock)};
  if (shard_->next_due() > now) return;
  shard_output out;
  shard_->on_due(now, out);
  take(out);
}

void shard_world::take(shard_output& out) {
  if (out.append) journal_->add(out.append);
  for (const ready_reply& one : out.replies) keep_reply(one.address, one.json);
  jobs_.insert(jobs_.end(), out.reads.begin(), out.reads.end());
}

void shard_world::keep_reply(net::reply_address to, std::string_view json) {
  EXPECT_LT(to.slot, next_slot_);
  EXPECT_TRUE(replies_.emplace(to.slot, json).second) << "answered twice: " << json;
}

bool shard_world::flush() {
  if (!journal_->has_waiting()) return false;
  const flush_result_ptr result = journal_->flush();
  if (!result) {
    for (const ready_reply& one : journal_->abandoned()) keep_reply(one.address, one.json);
    return true;
  }
  reply_keeper keeper([this](net::reply_address to, std::string_view json) { keep_reply(to, json); });
  flush_replies(result).emit(keeper);
  if (result->commits.empty()) return true;
  committed_.push_back(result);
  to_fold_.push_back(result);
  return true;
}

void shard_world::fail_log() {
  shard_output out;
  shard_->on_log_failed(out);
  take(out);
}

bool shard_world::tell_committed() {
  const auto result = take_oldest(committed_);
  if (!result) return false;
  shard_output out;
  shard_->on_committed(**result, out);
  take(out);
  return true;
}

bool shard_world::fold() {
  const auto result = take_oldest(to_fold_);
  if (!result) return false;
  for (const net::durable_commit& commit : (*result)->commits) {
    const auto folded = fold_->add(commit_view::parse(*commit.bytes).value());
    EXPECT_TRUE(folded.has_value());
    if (folded && *folded) folded_.push_back(**folded);
  }
  return true;
}

bool shard_world::tell_folded() {
  const auto folded = take_oldest(folded_);
  if (folded) shard_->on_folded(*folded);
  return folded.has_value();
}

bool shard_world::read() {
  const auto job = take_oldest(jobs_);
  if (!job) return false;
  reader::outcome done = reader_->read(*job);
  if (std::exchange(fail_read_, false)) {
    done.result = {.job = *job, .loaded = {}, .answers = {}, .failure = error{errc::io_failed, "the test", {}}};
  }
  if (done.snapshot) snapshots_.push_back(std::move(*done.snapshot));
  done_reads_.push_back(std::move(done.result));
  return true;
}

bool shard_world::tell_read() {
  auto done = take_oldest(done_reads_);
  if (!done) return false;
  shard_output out;
  shard_->on_read(*done, out);
  take(out);
  return true;
}

bool shard_world::keep_snapshot() {
  const auto kept = take_oldest(snapshots_);
  if (!kept) return false;
  EXPECT_TRUE(store_->put_snapshot(kept->aggregate.text(), kept->snapshot));
  return true;
}

void shard_world::settle() {
  while (tell_committed() || tell_read() || read() || flush() || fold() || tell_folded() || keep_snapshot()) {
  }
}

void shard_world::restart() {
  settle();
  shard_.reset();
  if (options_.on_disk) {
    reader_.reset();
    journal_.reset();
    fold_.reset();
    store_.reset();
    disk_log_.reset();
    data_.reset();
    open_storage();
  } else {
    log_.open();
  }
  start();
}

std::string shard_world::reply(std::uint32_t slot) const {
  const auto found = replies_.find(slot);
  EXPECT_NE(found, replies_.end()) << "no answer for slot " << slot;
  return found == replies_.end() ? std::string() : found->second;
}

}  // namespace jumak::actors::testing
