#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "app/client/reply.hpp"

namespace jumak::app::client {

/// JSON for people: two spaces an indent, one field a line, small arrays and objects of plain
/// values on one line. Ends without a newline.
[[nodiscard]] std::string pretty(const boost::json::value& value);

/// A command's reply in plain words, one or more lines, the last with its newline.
[[nodiscard]] std::string in_plain_words(const reply& answer);

}  // namespace jumak::app::client
