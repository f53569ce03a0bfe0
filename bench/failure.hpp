#pragma once

#include <stdexcept>

namespace jumak::bench {

/// A run that cannot go on, in one sentence for the person who started it. A measurement has no
/// caller that could do anything about it, so it is thrown and caught once, in `main`; it never
/// leaves this folder.
struct failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace jumak::bench
