#include "tests/end_to_end/house.hpp"

#include <ctime>

namespace jumak::end_to_end {

std::string day_from_today(int days) {
  const std::time_t then = std::time(nullptr) + std::time_t{86'400} * days;
  std::tm parts{};
  ::gmtime_r(&then, &parts);
  char written[16];
  return {written, std::strftime(written, sizeof written, "%Y-%m-%d", &parts)};
}

object booking(std::string_view reservation, int arrival_in_days, int nights) {
  return {{"reservation", reservation},
          {"room_type", "deluxe"},
          {"arrival", day_from_today(arrival_in_days)},
          {"departure", day_from_today(arrival_in_days + nights)},
          {"guest", "ada"},
          {"guests", object{{"adults", 2}}}};
}

std::string register_guest(std::string_view id, std::string_view name, std::string_view full_name) {
  return text(
      command(id, "RegisterGuest", std::string("guest/").append(name), {{"full_name", full_name}}));
}

}  // namespace jumak::end_to_end
