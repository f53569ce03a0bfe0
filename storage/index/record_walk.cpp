#include "storage/index/record_walk.hpp"

#include <string>

namespace jumak::storage {

record_walk::record_walk(const commit_view& commit)
    : header_(commit.header()),
      key_(commit.key()),
      reader_(header_.kind == commit_kind::records ? commit.payload() : std::string_view()),
      first_record_(header_.first_record),
      first_position_(header_.first_position) {}

bool record_walk::next() {
  first_position_ = first_position_.plus(record_.events.size());
  if (!reader_.next(record_)) {
    record_.events.clear();
    return false;
  }
  index_ = seen_++;
  return true;
}

result<void> record_walk::finished() const {
  if (!reader_.failed() && seen_ == header_.record_count &&
      first_position_ == header_.next_position())
    return {};
  return failure(errc::corrupt, "commit " + std::to_string(key_.number.value()) +
                                    " has other records than its header says");
}

}  // namespace jumak::storage
