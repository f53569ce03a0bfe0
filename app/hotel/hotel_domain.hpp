#pragma once

#include <memory>

#include "hosting/hosted_domain.hpp"

namespace jumak::app {

/// The domain this binary ships with: hotels and guests.
[[nodiscard]] std::unique_ptr<const hosting::hosted_domain> make_hotel_domain();

}  // namespace jumak::app
