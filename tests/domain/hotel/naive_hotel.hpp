#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/hotel/commands.hpp"
#include "domain/hotel/events.hpp"

namespace jumak::hotel::testing {

/// The contract once more, without any care for speed: every reservation there ever was with the set of
/// nights it counts on, and every question answered by looking at all of them. It is told the events and
/// says what the next command should get, and which invariant an event broke.
class naive_hotel {
 public:
  struct reservation {
    std::string status;
    std::string counted_on;  ///< The room type.
    std::set<date> nights;   ///< Those it counts on.
    date arrival;
    date departure;
    std::string room;  ///< Empty without one.
    std::int64_t nights_total = 0;
    std::int64_t charges = 0;
    std::int64_t payments = 0;
  };

  /// The code of the refusal, or "accepted".
  [[nodiscard]] std::string foretell(const command& asked, date today) const;
  /// Takes the event in; what it broke goes to `broken()`.
  void learn(const event& happened, date today);
  /// Looks at every night and every room.
  void check_everything();

  [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }
  [[nodiscard]] std::size_t taken(const std::string& type, date night) const;
  [[nodiscard]] std::int64_t balance(const std::string& name) const;
  [[nodiscard]] const std::set<date>& nights_seen() const { return nights_seen_; }
  [[nodiscard]] const std::map<std::string, std::int64_t>& types() const { return max_guests_; }
  [[nodiscard]] const std::map<std::string, reservation>& reservations() const {
    return reservations_;
  }

 private:
  struct room {
    std::string type;
    std::string status;
  };

  [[nodiscard]] bool is_open(const reservation& one) const;
  [[nodiscard]] std::size_t rooms_of(const std::string& type) const;
  /// Who is in the room now, or nobody.
  [[nodiscard]] std::string occupant(const std::string& room_name) const;
  [[nodiscard]] bool is_full(const std::string& type, const std::set<date>& nights) const;

  template <class Command>
  [[nodiscard]] std::string foretell_for(const Command& asked, date today) const;
  [[nodiscard]] std::string foretell_open(const command& asked, const reservation& open,
                                          date today) const;
  [[nodiscard]] std::string foretell_booking(const make_reservation& asked, date today) const;
  [[nodiscard]] std::string foretell_assignment(const assign_room& asked, const reservation& open,
                                                date today) const;
  [[nodiscard]] std::string foretell_arrival(const reservation& open, date today) const;

  void expect(bool holds, const std::string& what);
  /// Invariant 7.
  void change_status(const name& which, const std::string& from, const std::string& to);
  void learn_from(const reservation_made& happened);
  void learn_from(const guest_checked_in& happened);
  void learn_from(const guest_checked_out& happened, date today);

  std::map<std::string, std::int64_t> max_guests_;
  std::map<std::string, room> rooms_;
  std::map<std::string, reservation> reservations_;
  std::set<date> nights_seen_;
  std::vector<std::string> broken_;
};

}  // namespace jumak::hotel::testing
