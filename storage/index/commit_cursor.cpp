#include "storage/index/commit_cursor.hpp"

namespace jumak::storage {
namespace {

constexpr std::size_t page_bytes = 256 * 1024;
/// A commit at most this far behind the page is read with those between.
constexpr std::uint64_t near_commits = 8;

}  // namespace

bool commit_cursor::in_page(commit_number number) const noexcept {
  return number >= page_first_ && distance(page_first_, number) < page_.size();
}

result<std::vector<std::string>> commit_cursor::load(commit_key key) const {
  const commit_number page_end = page_first_.plus(page_.size());
  const bool near =
      !page_.empty() && key.number >= page_end && distance(page_end, key.number) <= near_commits;
  if (near) return log_.read(key, page_bytes);
  auto commit = log_.read_commit(key);
  if (!commit) return tl::unexpected(commit.error());
  std::vector<std::string> page;
  page.push_back(std::move(*commit));
  return page;
}

result<commit_view> commit_cursor::at(commit_key key) {
  if (!in_page(key.number)) {
    auto loaded = load(key);
    if (!loaded) return tl::unexpected(loaded.error());
    page_ = std::move(*loaded);
    page_first_ = key.number;
  }
  if (page_.empty()) return failure(errc::corrupt, "the index names a commit beyond the log's end");
  auto commit = commit_view::parse(page_[distance(page_first_, key.number)]);
  if (commit && commit->key() != key) {
    page_.clear();
    return failure(errc::corrupt, "the index names a commit that the log does not have");
  }
  return commit;
}

}  // namespace jumak::storage
