#pragma once

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>
#include <string_view>

#include "core/error.hpp"

namespace jumak::wire {

/// Parses one JSON text (RFC 8259, UTF-8, at most 32 levels deep) and refuses what Boost.JSON would let
/// pass in silence: a key given twice, an integer outside 64 bits, a number too large for a double.
/// Error: malformed, with a sentence that says what is wrong and where. The value lives in `storage`,
/// or on the heap when none is given. Any thread.
[[nodiscard]] result<boost::json::value> parse_strict(std::string_view text, boost::json::storage_ptr storage = {});

}  // namespace jumak::wire
