#pragma once

#include <string_view>

#include "core/error.hpp"

namespace jumak::net {

/// Translates a failed bind or connect into an error whose sentence names the endpoint, the address and what
/// to do. `number` is the library's errno. Errors made: address_in_use, bad_configuration, io_failed.
[[nodiscard]] error address_error(int number, std::string_view endpoint, std::string_view address);

}  // namespace jumak::net
