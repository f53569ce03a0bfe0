#include "domain/guest/commands.hpp"

namespace jumak::guest {

std::optional<std::string> update_guest::check(const update_guest& asked) {
  if (asked.full_name || asked.email || asked.phone || asked.country) {
    return std::nullopt;
  }
  return "expected at least one of full_name, email, phone, country";
}

}  // namespace jumak::guest
