#pragma once

#include <string>
#include <vector>

#include "app/hotel/booking.hpp"

namespace jumak::app::client {

/// Reads the bookings of one hotel from a CSV file, plain or gzip. Without a column `hotel` all
/// rows count. `io_failed` if it cannot be read, `malformed` with the line if it is not of that
/// form, `not_found` if no row is of that hotel.
[[nodiscard]] result<std::vector<booking>> read_bookings(const std::string& path,
                                                         const std::string& hotel);

}  // namespace jumak::app::client
