#include "app/client/exit_code.hpp"

#include <algorithm>
#include <array>

namespace jumak::app::client {
namespace {

/// Codes after which the sender still does not know, or was not let in at all.
constexpr std::array unsettled = {errc::overloaded, errc::unavailable, errc::timeout,
                                  errc::outcome_unknown, errc::internal};

}  // namespace

exit_code exit_code_of_error(std::string_view wire_code) noexcept {
  const bool open =
      std::ranges::any_of(unsettled, [&](errc code) { return name_of(code) == wire_code; });
  return open ? exit_code::no_answer : exit_code::refused;
}

exit_code exit_code_of(errc code) noexcept {
  if (std::ranges::find(unsettled, code) != unsettled.end()) {
    return exit_code::no_answer;
  }
  return code == errc::bad_configuration || code == errc::io_failed ? exit_code::usage
                                                                    : exit_code::refused;
}

}  // namespace jumak::app::client
