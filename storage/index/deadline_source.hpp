#pragma once

#include <string_view>

#include "core/decider.hpp"
#include "core/error.hpp"
#include "core/record.hpp"

namespace jumak::storage {

/// What a domain says of the deadlines in its events: the one thing the index cannot read from a record by
/// itself. Any thread.
class deadline_source {
 public:
  virtual ~deadline_source() = default;

  /// True when events of this aggregate's kind can have to do with deadlines.
  [[nodiscard]] virtual bool has_deadlines(std::string_view aggregate) const = 0;
  /// What the event does with the deadline of its stream. Errors: newer_format, corrupt.
  [[nodiscard]] virtual result<deadline_change> deadline_of(std::string_view aggregate,
                                                            const event_view& event) const = 0;
};

}  // namespace jumak::storage
