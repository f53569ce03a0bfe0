#include "storage/log/chain.hpp"

#include "core/assert.hpp"

namespace jumak::storage {
namespace {

std::string number_text(commit_key key) { return std::to_string(key.number.value()); }

}  // namespace

log_head head_after_all(const log_head& head, std::span<const std::string> commits) {
  log_head reached = head;
  for (const std::string& bytes : commits) {
    const result<commit_view> commit = commit_view::parse(bytes);
    JUMAK_ASSERT(commit.has_value());
    JUMAK_ASSERT(commit->extends(reached));
    reached = head_after(*commit);
  }
  return reached;
}

result<commit_view> chain_check::take(commit_key key, std::string_view bytes) {
  result<commit_view> commit = commit_view::parse(bytes);
  if (!commit) {
    return failure(commit.error().code, "the log is damaged at commit " + number_text(key) + ": " +
                                            commit.error().message);
  }
  if (commit->key() != key) {
    return failure(errc::corrupt, "the log is damaged: commit " + number_text(commit->key()) +
                                      " lies where commit " + number_text(key) + " belongs");
  }
  if (head_ && !commit->extends(*head_)) {
    return failure(errc::corrupt, "the log is damaged: commit " + number_text(key) +
                                      " does not extend commit " +
                                      std::to_string(head_->last_commit.value()) + " before it");
  }
  head_ = head_after(*commit);
  return commit;
}

std::string missing_commit(commit_key key) {
  return "the log is damaged: commit " + number_text(key) + " at position " +
         std::to_string(key.first_position.value()) + " is not there";
}

std::string outside_log(position event) {
  return "no event lies at position " + std::to_string(event.value());
}

}  // namespace jumak::storage
