#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/faults/ledger.hpp"

namespace jumak::faults {

/// Makes up commands for a few hotels with few rooms, so that many are refused: bookings, cancellations,
/// whole stays on one day, and guests. What it has heard of shapes what comes next.
class command_maker {
 public:
  explicit command_maker(std::uint64_t seed) : random_(seed), prefix_(std::to_string(seed)) {}

  /// Hotels, room types and rooms.
  std::vector<std::string> setup();
  /// The next command, as a frame.
  std::string next();
  /// Follows up what was accepted.
  void learn(const ledger_entry& entry);

  /// A reservation someone has heard of, as {hotel, reservation}; empty before the first.
  [[nodiscard]] std::pair<std::string, std::string> any_reservation();
  /// A number from 0 to `below` - 1.
  std::uint64_t pick(std::uint64_t below) { return random_() % below; }

  static constexpr std::uint64_t hotels = 3;
  static constexpr std::uint64_t nights =
      20;  ///< Bookings begin on one of so many days from today.
  /// The day so many days from today in UTC, as `YYYY-MM-DD`.
  static std::string day(int from_today);

 private:
  struct known {
    std::string hotel;
    std::string reservation;
    bool today;  ///< Arrives today.
  };

  std::string command(const char* type, const std::string& aggregate, boost::json::object data);
  std::string book(const std::string& hotel);
  std::string follow_up();
  std::string guest();
  std::string room();

  std::mt19937_64 random_;
  std::string prefix_;
  std::uint64_t made_ = 0;
  std::vector<known> open_;
};

}  // namespace jumak::faults
