#pragma once

#include "core/commit.hpp"
#include "core/record.hpp"

namespace jumak::storage {

/// Walks the records of a commit and knows each one's place, number and positions; an epoch's commit
/// has none. The views live as long as the commit's bytes.
class record_walk {
 public:
  explicit record_walk(const commit_view& commit);

  /// Goes to the first record, then to the next. False at the end or when the bytes are damaged.
  bool next();

  /// Nothing when the walk saw as many records and events as the commit says; call it after next()
  /// gave false. Error: corrupt.
  [[nodiscard]] result<void> finished() const;

  [[nodiscard]] const record_view& record() const noexcept { return record_; }
  [[nodiscard]] record_place place() const noexcept { return {key_, index_}; }
  [[nodiscard]] record_number number() const noexcept { return first_record_.plus(index_); }
  /// Of the record's first event, or of the next event to come when it has none.
  [[nodiscard]] position first_position() const noexcept { return first_position_; }
  /// Of the last event at or before the record; 0 for none.
  [[nodiscard]] position last_position() const noexcept {
    return position(first_position_.value() + record_.events.size() - 1);
  }

 private:
  commit_header header_;
  commit_key key_;
  record_reader reader_;
  record_view record_;
  record_number first_record_;
  position first_position_;
  std::uint32_t index_ = 0;
  std::uint32_t seen_ = 0;
};

}  // namespace jumak::storage
