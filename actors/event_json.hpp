#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/commit.hpp"
#include "core/record.hpp"
#include "hosting/hosted_domain.hpp"

namespace jumak::actors {

/// Calls `use(record, event, position)` for each event of a commit in order, until it returns false. Errors:
/// corrupt when the records do not fit their commit.
result<void> for_each_event(const commit_view& commit,
                            const std::function<bool(const record_view&, const event_view&, position)>& use);

/// Appends the event as a CloudEvent, its data written by its domain, or as stored when a newer version wrote it.
/// Errors: corrupt.
result<void> write_event(std::string& out, const hosting::hosted_domain& domain, std::string_view log,
                         const record_view& record, const event_view& event, position at);

}  // namespace jumak::actors
