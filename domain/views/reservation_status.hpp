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
  waiting,    ///< For nights that are not free.
  withdrawn,  ///< Waited in vain.
};
BOOST_DESCRIBE_ENUM(reservation_status, held, confirmed, in_house, checked_out, cancelled, no_show,
                    released, expired, waiting, withdrawn)

}  // namespace jumak::hotel::views
