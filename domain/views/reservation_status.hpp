#pragma once

#include <boost/describe.hpp>
#include <cstdint>

namespace jumak::hotel::views {

/// Where a reservation is in its life. The names are the wire's.
enum class reservation_status : std::uint8_t {
  held,
  confirmed,
  in_house,
  checked_out,
  cancelled,
  no_show,
  released,
  expired,
};
BOOST_DESCRIBE_ENUM(reservation_status, held, confirmed, in_house, checked_out, cancelled, no_show,
                    released, expired)

}  // namespace jumak::hotel::views
