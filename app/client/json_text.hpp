#pragma once

#include <string>
#include <string_view>

/// JSON as text, for printing: a number or a text stays letter by letter as it was sent, which it does
/// not on the way through a parsed value (`9697.5250` became `9.697525E3`). The text must be JSON, as
/// that of a `reply` is.
namespace jumak::app::client {

/// The same without white space between its parts, and so without a newline.
[[nodiscard]] std::string one_line(std::string_view json);

/// The same for people: indented, small flat parts on one line. No newline at the end.
[[nodiscard]] std::string pretty(std::string_view json);

}  // namespace jumak::app::client
