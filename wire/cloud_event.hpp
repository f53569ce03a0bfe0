#pragma once

#include <string>
#include <string_view>

#include "core/record.hpp"

/// Events as CloudEvents 1.0 in structured JSON form.
namespace jumak::wire {

/// Appends one event. `log` is the id of the log that appended it; `data` is JSON text.
void write_cloud_event(std::string& out, std::string_view log, const record_view& record, const event_view& event,
                       position at, std::string_view data);

/// The same for an event that a newer version wrote, whose data cannot be read here: the stored bytes in Base64, as
/// `data_base64`, and `eventschema`, the number of their schema.
void write_unread_cloud_event(std::string& out, std::string_view log, const record_view& record,
                              const event_view& event, position at);

}  // namespace jumak::wire
