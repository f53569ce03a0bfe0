#pragma once

#include <string>
#include <string_view>

#include "core/record.hpp"
#include "core/strong_integer.hpp"

namespace jumak::storage {
struct found_record;
}

namespace jumak::actors {

/// The reply to the command that `record` keeps. `before` is the position before its first event, which is
/// also the position of an answer without events.
[[nodiscard]] std::string reply_of(const record_view& record, position before, bool duplicate);

/// The same answer again, from the log.
[[nodiscard]] std::string reply_of(const storage::found_record& record);

/// `id_reused` for a command whose id belongs to another body.
[[nodiscard]] std::string id_reused_reply(const std::string& id);

}  // namespace jumak::actors
