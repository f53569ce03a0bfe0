#include "domain/hotel/commands.hpp"

namespace jumak::hotel {

std::optional<std::string> change_stay::check(const change_stay& asked) {
  if (asked.room_type || asked.arrival || asked.departure || asked.guests || asked.rate) {
    return std::nullopt;
  }
  return "expected at least one of room_type, arrival, departure, guests, rate";
}

}  // namespace jumak::hotel
