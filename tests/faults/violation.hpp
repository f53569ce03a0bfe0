#pragma once

#include <stdexcept>

namespace jumak::faults {

/// A promise the server broke, in words. Whoever runs a test adds the seed.
struct violation : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jumak::faults
