#include "storage/log/verify_log.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/record.hpp"
#include "storage/log/chain.hpp"

namespace jumak::storage {
namespace {

constexpr std::size_t page_bytes = 1024 * 1024;

class verification {
 public:
  explicit verification(const log_head& end)
      : end_(end),
        chain_(log_head{.log = end.log, .epoch = {}, .last_commit = {}, .last_hash = {}}) {
    found_.head.log = end.log;
  }

  [[nodiscard]] bool at_end() const { return found_.head.last_commit >= end_.last_commit; }
  [[nodiscard]] const log_summary& found() const { return found_; }

  result<void> take(std::string_view bytes) {
    const auto commit = chain_.take(key_after(found_.head), bytes);
    if (!commit) return tl::unexpected(commit.error());
    if (commit->header().kind == commit_kind::records) {
      if (auto counted = take_records(*commit); !counted) return counted;
    } else if (const auto epoch = read_epoch(*commit); !epoch) {
      return tl::unexpected(epoch.error());
    }
    ++found_.commits;
    found_.head = *chain_.head();
    return {};
  }

 private:
  result<void> take_records(const commit_view& commit) {
    std::uint64_t records = 0;
    std::uint64_t events = 0;
    record_reader reader(commit.payload());
    while (reader.next(record_)) {
      ++records;
      events += record_.events.size();
      if (record_.refusal) ++found_.refused;
      if (auto counted = take_versions(commit); !counted) return counted;
    }
    if (reader.failed() || records != commit.header().record_count ||
        events != commit.header().event_count) {
      return damaged(commit, "its records are not what its header says");
    }
    found_.records += records;
    found_.events += events;
    return {};
  }

  result<void> take_versions(const commit_view& commit) {
    const std::string aggregate(record_.aggregate);
    for (const event_view& event : record_.events) {
      // No name holds a zero byte, so the two maps' keys cannot meet.
      const std::string stream = aggregate + '\0' + std::string(event.stream);
      version& stream_version = streams_[stream];
      version& aggregate_version = aggregates_[aggregate];
      if (event.stream_version != stream_version.next() ||
          event.aggregate_version != aggregate_version.next()) {
        return damaged(commit, "versions of " + aggregate + " '" + std::string(event.stream) +
                                   "' do not follow");
      }
      stream_version = event.stream_version;
      aggregate_version = event.aggregate_version;
    }
    found_.streams = streams_.size();
    return {};
  }

  static result<void> damaged(const commit_view& commit, const std::string& what) {
    return failure(errc::corrupt, "commit " + std::to_string(commit.header().number.value()) +
                                      " is wrong: " + what);
  }

  const log_head end_;
  chain_check chain_;
  log_summary found_;
  record_view record_;
  std::unordered_map<std::string, version> streams_;
  std::unordered_map<std::string, version> aggregates_;
};

}  // namespace

result<log_summary> verify_log(const log& log, const std::function<void(position)>& progress) {
  verification walk(log.head());
  while (!walk.at_end()) {
    const auto page = log.read(key_after(walk.found().head), page_bytes);
    if (!page) return tl::unexpected(page.error());
    if (page->empty()) return failure(errc::corrupt, "the log ends before its head");
    for (const std::string& bytes : *page) {
      if (auto taken = walk.take(bytes); !taken) return tl::unexpected(taken.error());
    }
    if (progress) progress(walk.found().head.head());
  }
  return walk.found();
}

}  // namespace jumak::storage
