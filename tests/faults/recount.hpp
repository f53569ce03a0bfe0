#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/faults/seen_event.hpp"

namespace jumak::faults {

/// How a night of a room type stands.
struct night_count {
  std::uint64_t confirmed = 0;
  std::uint64_t in_house = 0;  ///< Nights of a stay remain counted after it.
  std::uint64_t stayed = 0;    ///< Of these, of guests who have left.

  [[nodiscard]] std::uint64_t taken() const { return confirmed + in_house - stayed; }
};

/// Counts the nights and reservations of hotels from their events alone, in the plainest way, and
/// knows nothing of how the server does it. Throws violation where a rule of the domain is broken.
class recount {
 public:
  void apply(const seen_event& event);

  /// `confirmed`, `in_house` and so on; empty for a reservation never made.
  [[nodiscard]] std::string status(std::string_view hotel, std::string_view reservation) const;
  [[nodiscard]] night_count night(std::string_view hotel, const std::string& room_type,
                                  const std::string& night) const;
  [[nodiscard]] std::uint64_t rooms(std::string_view hotel, const std::string& room_type) const;
  [[nodiscard]] std::vector<std::string> room_types(std::string_view hotel) const;
  [[nodiscard]] std::vector<std::string> hotels() const;
  [[nodiscard]] std::vector<std::string> reservations(std::string_view hotel) const;
  [[nodiscard]] const std::set<std::string>& guests() const { return guests_; }
  /// Of a hotel that exists.
  [[nodiscard]] const std::string& city(std::string_view hotel) const {
    return hotels_.find(hotel)->second.city;
  }
  /// The dates, of a hotel that exists, on which reservations were made to arrive or depart.
  [[nodiscard]] const std::set<std::string>& days(std::string_view hotel) const {
    return hotels_.find(hotel)->second.days;
  }
  /// The most rooms of one type that were taken in one night, at any position so far.
  [[nodiscard]] std::uint64_t most_taken() const { return most_taken_; }

 private:
  struct booking {
    std::string status;
    std::string room_type;
    std::vector<std::string> nights;
  };
  struct house {
    std::string city;
    std::set<std::string> days;
    std::map<std::string, std::uint64_t> rooms;
    std::map<std::string, std::map<std::string, night_count>> nights;  ///< By room type, night.
    std::map<std::string, booking, std::less<>> bookings;
  };

  void made(house& at, const seen_event& event);
  void checked_in(house& at, const seen_event& event);
  static void checked_out(house& at, const seen_event& event);
  static void given_up(house& at, const seen_event& event, const char* status);
  static booking& in_state(house& at, const seen_event& event, const char* status);
  void hold(const house& at, const booking& held, const seen_event& event);

  std::map<std::string, house, std::less<>> hotels_;  ///< By `hotel/<name>`.
  std::set<std::string> guests_;
  std::uint64_t most_taken_ = 0;
};

}  // namespace jumak::faults
