#include "app/client/command_end.hpp"

#include <exception>
#include <iostream>

namespace jumak::app::client {

int ended(const std::function<exit_code()>& run) noexcept {
  try {
    return static_cast<int>(run());
  } catch (const std::exception& problem) {
    std::cerr << "Cannot go on: " << problem.what() << ".\n";
    return static_cast<int>(exit_code::no_answer);
  }
}

}  // namespace jumak::app::client
