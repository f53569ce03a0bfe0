#include "domain/hotel/promotions.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/freed_nights.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/whole_reservation.hpp"

namespace jumak::hotel {
namespace {

template <class Command>
constexpr bool knows_waitlist =
    std::same_as<Command, leave_waitlist> || std::same_as<Command, promote_from_waitlist> ||
    std::same_as<Command, expire_hold>;

/// A command about a reservation that waits finds none: it is not made yet.
template <class Command>
decision<event> decide_one(const situation& now, const Command& asked) {
  if constexpr (requires { asked.reservation; } && !takes_a_name<Command> &&
                !knows_waitlist<Command>) {
    if (now.hotel.waiting().find(asked.reservation.text()) != nullptr) {
      return waits(asked.reservation);
    }
  }
  return decide_on(now, asked);
}

bool is_sold(const situation& now, const waiting_stay& waiting) {
  const room_type& type = now.hotel.at(room_type_index(waiting.type));
  return waiting.arrival >= now.today &&
         violations(type.restrictions, waiting.arrival, waiting.departure).empty();
}

/// One that this very decision makes, or ends, is not promoted by it as well.
bool is_touched(const std::vector<event>& events, std::string_view reservation) {
  return std::ranges::any_of(events, [&](const event& decided) {
    return std::visit(
        [&](const auto& which) {
          if constexpr (requires { which.reservation; }) {
            return which.reservation.text() == reservation;
          }
          return false;
        },
        decided);
  });
}

void promote(const situation& now, std::vector<event>& events) {
  freed_nights freed(now);
  for (const event& decided : events) {
    freed.take_in(decided);
  }
  if (!freed.any()) {
    return;
  }
  for (const auto& [reservation, waiting] : now.hotel.waiting().in_turn()) {
    const bool has_room = freed.has_room(waiting->type, waiting->arrival, waiting->departure);
    if (has_room && is_sold(now, *waiting) && !is_touched(events, reservation)) {
      freed.take(waiting->type, waiting->arrival, waiting->departure);
      events.emplace_back(
          promoted(now, name::from_text(reservation).value_or(name()), *waiting));
    }
  }
}

}  // namespace

decision<event> decide_with_waitlist(const situation& now, const command& asked) {
  auto decided = std::visit([&](const auto& which) { return decide_one(now, which); }, asked);
  if (decided) {
    promote(now, *decided);
  }
  return decided;
}

reservation_made promoted(const situation& now, const name& reservation,
                          const waiting_stay& waiting) {
  const room_type& type = now.hotel.at(room_type_index(waiting.type));
  stay_details details = waiting.details.unpacked();
  std::vector<night_rate> nights =
      priced_nights(type, waiting.arrival, waiting.departure, details.rate);
  return reservation_of(now.hotel, reservation, type, waiting.arrival, waiting.departure,
                        std::move(details), std::move(nights));
}

}  // namespace jumak::hotel
