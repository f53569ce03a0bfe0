#pragma once

#include <string>
#include <string_view>

namespace jumak::wire {

/// The text of a request's first member `aggregate`, without reading what comes after it; empty if there is none or
/// the text is not JSON before it. A well-formed request has one such member at most, so this is the one. Any thread.
[[nodiscard]] std::string peek_aggregate(std::string_view request);

}  // namespace jumak::wire
