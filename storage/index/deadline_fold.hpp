#pragma once

#include "core/record.hpp"
#include "storage/index/armed_deadlines.hpp"
#include "storage/index/deadline_source.hpp"
#include "storage/index/due_id.hpp"

/// How a record changes what is armed. The one rule, for memory and disk alike: a due id settles its stream's
/// deadline, whatever was decided; then each event changes that of its own stream; then the aggregate lives by
/// given time if the record's time was given.
namespace jumak::storage {

/// Calls `change(stream, deadline_change, version of the event)` for each in turn; version 0 stands for the due id.
/// Errors are the source's; the changes before were told.
template <class Change>
[[nodiscard]] result<void> for_each_deadline_change(const record_view& record, const deadline_source& source,
                                                    Change&& change) {
  if (is_due_id(record.id)) {
    if (const auto stream = stream_of_due_id(record.id, record.aggregate)) {
      change(*stream, deadline_change{deadline_change::kind::settle, {}}, version());
    }
  }
  for (const event_view& event : record.events) {
    const auto told = source.deadline_of(record.aggregate, event);
    if (!told) return tl::unexpected(told.error());
    if (told->what != deadline_change::kind::none) change(event.stream, *told, event.stream_version);
  }
  return {};
}

/// Folds a record of the log into what is armed. Errors: newer_format, corrupt.
[[nodiscard]] result<void> fold_deadlines(armed_deadlines& armed, const record_view& record,
                                          const deadline_source& source);

}  // namespace jumak::storage
