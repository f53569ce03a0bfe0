#pragma once

#include <caf/all.hpp>
#include <cstddef>

namespace jumak::actors {

/// CAF's options, set in code and nowhere else: a stray caf-application.ini must not change a server.
/// `threads` is the size of the pool that runs shards and views.
class system_config final : public caf::actor_system_config {
 public:
  explicit system_config(std::size_t threads);
};

/// Asserts that the running system took the options: a wrong type would be ignored in silence.
void assert_options(const caf::actor_system& system);

}  // namespace jumak::actors
