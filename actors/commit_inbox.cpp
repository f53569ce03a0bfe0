#include "actors/commit_inbox.hpp"

#include <utility>

namespace jumak::actors {

bool commit_inbox::put(flush_result_ptr result) {
  const std::lock_guard lock(mutex_);
  records_ += result->records.size();
  results_.push_back(std::move(result));
  const bool room = results_.size() < limits_.results_max && records_ < limits_.records_max;
  if (told_ || (room && !eager_.load())) return false;
  told_ = true;
  return true;
}

void commit_inbox::take(std::vector<flush_result_ptr>& out) {
  const std::lock_guard lock(mutex_);
  for (flush_result_ptr& result : results_) out.push_back(std::move(result));
  results_.clear();
  records_ = 0;
  told_ = false;
}

}  // namespace jumak::actors
