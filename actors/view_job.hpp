#pragma once

#include <cstdint>
#include <string>

#include "core/strong_integer.hpp"
#include "net/request.hpp"

namespace jumak::actors {

/// What the view builder is asked for.
struct view_job {
  enum class kind : std::uint8_t {
    keep,     ///< The running views have come to `at`: keep views, if that is far enough since the last time.
    rebuild,  ///< Build the views anew from the log and let them run; answered to `address` under `id`.
  };
  kind what = kind::keep;
  position at;
  net::reply_address address = net::nobody;
  std::string id;
};

}  // namespace jumak::actors
