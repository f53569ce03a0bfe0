#include "storage/log/log_proof.hpp"

#include <rocksdb/db.h>
#include <rocksdb/metadata.h>

#include <algorithm>
#include <system_error>
#include <vector>

#include "storage/log/chain.hpp"
#include "storage/log/log_database.hpp"
#include "storage/log/log_key.hpp"
#include "storage/rocksdb_status.hpp"

namespace jumak::storage {
namespace {

/// A table of RocksDB, by the first and last commit in it.
struct table {
  std::string name;
  commit_key first;
  commit_key last;
};

std::string text(commit_number number) { return std::to_string(number.value()); }

std::string described(const head_mark& mark) {
  return "commit " + text(mark.number) + " at position " + std::to_string(mark.head.value());
}

tl::unexpected<error> ends_too_early(const head_mark& mark, const log_head& found) {
  return failure(errc::corrupt, "the log ends before what it had acknowledged: HEAD says " +
                                    described(mark) + ", found was " + described(mark_of(found)) +
                                    "; restore a backup, or put the missing files of log/ back");
}

result<std::vector<table>> tables_of(rocksdb::DB& database) {
  std::vector<rocksdb::LiveFileMetaData> files;
  database.GetLiveFilesMetaData(&files);
  std::vector<table> tables;
  for (const rocksdb::LiveFileMetaData& file : files) {
    const auto first = parse_log_key(file.smallestkey);
    const auto last = parse_log_key(file.largestkey);
    if (!first || !last)
      return failure(errc::corrupt, "the log is damaged: " + file.name + " is not of a log");
    tables.push_back({file.relative_filename, *first, *last});
  }
  std::sort(tables.begin(), tables.end(),
            [](const table& left, const table& right) { return left.first < right.first; });
  return tables;
}

result<void> prove_no_gap(const std::vector<table>& tables) {
  commit_number expected(1);
  for (const table& each : tables) {
    if (each.first.number != expected) {
      return failure(errc::corrupt, "the log is damaged: commit " + text(expected) +
                                        " should follow, but " + each.name + " starts at commit " +
                                        text(each.first.number));
    }
    expected = each.last.number.next();
  }
  return {};
}

/// The commit of the mark: the last one that starts at or before what comes after it.
commit_key at_most(const head_mark& mark) { return {mark.head.next(), mark.number}; }

result<void> prove_mark(const head_mark& mark, const log_head& head) {
  if (head.last_commit != mark.number || mark_of(head) == mark) return {};
  return failure(errc::corrupt,
                 "HEAD says " + described(mark) +
                     ", but the log has another commit there: log/ and HEAD are not of the "
                     "same server; put back the HEAD that belongs to log/");
}

/// Walks from the commit in front of `from`, or the one at it, to the end.
result<log_head> prove_chain(rocksdb::DB& database, commit_key from, const head_mark& mark) {
  const std::unique_ptr<rocksdb::Iterator> at(database.NewIterator(log_read_options(nullptr)));
  at->SeekForPrev(log_key(from).bytes());
  if (at->Valid()) at->Prev();
  if (!at->Valid() && at->status().ok()) at->SeekToFirst();
  log_head head{.log = mark.log, .epoch = {}, .last_commit = {}, .last_hash = {}};
  chain_check chain;
  for (; at->Valid(); at->Next()) {
    const auto key = parse_log_key({at->key().data(), at->key().size()});
    if (!key) return failure(errc::corrupt, "the log is damaged: it has a key that is no commit's");
    if (key->number == commit_number(1)) chain = chain_check(head);
    if (const auto taken = chain.take(*key, {at->value().data(), at->value().size()}); !taken) {
      return tl::unexpected(taken.error());
    }
    head = *chain.head();
    if (auto proved = prove_mark(mark, head); !proved) return tl::unexpected(proved.error());
  }
  if (!at->status().ok()) return tl::unexpected(error_of(at->status(), "reading the log"));
  if (head.log != mark.log) return failure(errc::corrupt, "HEAD and log/ are of different logs");
  if (head.last_commit < mark.number) return ends_too_early(mark, head);
  return head;
}

}  // namespace

result<tables_seen> tables_in(const std::filesystem::path& path) {
  tables_seen tables;
  std::error_code failed;
  for (const std::filesystem::directory_entry& file :
       std::filesystem::directory_iterator(path, failed)) {
    if (file.path().extension() == ".sst")
      tables.emplace(file.path().filename(), file.last_write_time(failed));
  }
  if (failed)
    return failure(errc::io_failed, "reading " + path.string() + " failed: " + failed.message());
  return tables;
}

result<log_head> prove_log(rocksdb::DB& database, const std::filesystem::path& path,
                           const tables_seen& before, const head_mark& mark) {
  const auto tables = tables_of(database);
  if (!tables) return tl::unexpected(tables.error());
  if (auto proved = prove_no_gap(*tables); !proved) return tl::unexpected(proved.error());
  const auto after = tables_in(path);
  if (!after) return tl::unexpected(after.error());
  commit_key from = at_most(mark);
  for (const table& each : *tables) {
    const auto seen = before.find(each.name);
    const auto now = after->find(each.name);
    const bool unchanged =
        seen != before.end() && now != after->end() && seen->second == now->second;
    if (!unchanged) from = std::min(from, each.first);
  }
  return prove_chain(database, from, mark);
}

}  // namespace jumak::storage
