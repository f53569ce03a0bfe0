#include "actors/journal.hpp"

#include "core/assert.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {
namespace {

/// Fills commits one after the other, each up to commit_payload_max or with one larger record.
class commit_builder {
 public:
  commit_builder(log_head& head, flush_result& result) : head_(head), result_(result) {}

  void add(std::uint32_t shard, const append_entry& entry, std::string_view record) {
    if (!payload_.empty() && payload_.size() + record.size() > commit_payload_max) seal();
    result_.records.push_back({entry.address, shard, static_cast<std::uint32_t>(sealed_.size()), record_count_,
                               static_cast<std::uint32_t>(payload_.size()), entry.size, event_count_});
    payload_ += record;
    ++record_count_;
    event_count_ += entry.event_count;
  }

  /// The sealed commits, in order; their headers and heads are in the result.
  std::vector<std::string> finish() {
    if (record_count_ > 0) seal();
    return std::move(sealed_);
  }

 private:
  void seal() {
    commit_header header;
    header.log = head_.log;
    header.epoch = head_.epoch;
    header.number = head_.last_commit.next();
    header.first_position = head_.next_position;
    header.first_record = head_.next_record;
    header.event_count = event_count_;
    header.record_count = record_count_;
    sealed_.push_back(seal_commit(head_, payload_, record_count_, event_count_));
    result_.headers.push_back(header);
    result_.commits.push_back({nullptr, head_});
    payload_.clear();
    record_count_ = 0;
    event_count_ = 0;
  }

  log_head& head_;
  flush_result& result_;
  std::vector<std::string> sealed_;
  std::string payload_;
  std::uint32_t record_count_ = 0;
  std::uint32_t event_count_ = 0;
};

}  // namespace

journal::journal(storage::log& log) : log_(log), head_(log.head()) {}

flush_result_ptr journal::flush() {
  JUMAK_ASSERT(!failed_);
  auto result = std::make_shared<flush_result>();
  log_head head = head_;
  commit_builder builder(head, *result);
  for (const append_request_ptr& request : waiting_) {
    std::string_view rest = request->records;
    for (const append_entry& entry : request->entries) {
      builder.add(request->shard, entry, rest.substr(0, entry.size));
      rest.remove_prefix(entry.size);
    }
    result->afterwards.insert(result->afterwards.end(), request->afterwards.begin(), request->afterwards.end());
  }
  std::vector<std::string> commits = builder.finish();
  if (!commits.empty() && log_.append(commits) != storage::append_outcome::durable) {
    failed_ = true;
    return nullptr;
  }
  JUMAK_ASSERT(commits.empty() || log_.head() == head);
  head_ = head;
  for (std::size_t index = 0; index < commits.size(); ++index) {
    result->commits[index].bytes = std::make_shared<const std::string>(std::move(commits[index]));
  }
  waiting_.clear();
  return result;
}

std::vector<ready_reply> journal::abandoned() {
  const error why{errc::outcome_unknown,
                  "the disk failed while this command was being stored; it may have happened: retry it with the same id",
                  std::nullopt};
  std::vector<ready_reply> replies;
  for (const append_request_ptr& request : waiting_) {
    record_reader reader(request->records);
    record_view record;
    for (const append_entry& entry : request->entries) {
      if (!reader.next(record)) break;
      if (entry.address == net::nobody) continue;
      replies.push_back({entry.address, wire::error_reply(std::string(record.id), why)});
    }
    for (const late_error& late : request->afterwards) {
      replies.push_back({late.address, wire::error_reply(late.id, why)});
    }
  }
  waiting_.clear();
  return replies;
}

}  // namespace jumak::actors
