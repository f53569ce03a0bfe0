#pragma once

#include <string>
#include <string_view>

#include "core/record.hpp"

/// Events as CloudEvents 1.0 in structured JSON form.
namespace jumak::wire {

/// Appends one event. `log` is the id of the log that appended it; `data` is JSON text.
void write_cloud_event(std::string& out, std::string_view log, const record_view& record, const event_view& event,
                       position at, std::string_view data);

}  // namespace jumak::wire
