#include "domain/guest/commands.hpp"

namespace jumak::guest {

std::optional<std::string> update_guest::check(const update_guest& command) {
  if (command.full_name || command.email || command.phone || command.country) {
    return std::nullopt;
  }
  return "at least one of full_name, email, phone, country";
}

}  // namespace jumak::guest
