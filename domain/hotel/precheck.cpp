#include <concepts>
#include <variant>

#include "domain/hotel/decider.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/streams.hpp"

namespace jumak::hotel {
namespace {

/// How a reservation ended whose last event is of the type.
std::string_view closed_status(std::string_view last_type) {
  if (last_type == reservation_cancelled::type) {
    return "cancelled";
  }
  if (last_type == reservation_marked_no_show::type) {
    return "no_show";
  }
  if (last_type == guest_checked_out::type) {
    return "checked_out";
  }
  // No reservation ends so; the rule that its name is used up holds all the same.
  return "closed";
}

/// How the reservation ended; nothing if it is open or never was. The state holds the open ones
/// only, so a stream that has events without a reservation in the state is that of a closed one.
std::optional<std::string_view> ending_of(const state& hotel, const stream_facts& facts,
                                          const name& reservation) {
  if (hotel.find_stay(reservation.text()) != nullptr) {
    return std::nullopt;
  }
  const stream_fact* fact = facts.find(reservation_stream(reservation));
  if (fact == nullptr || fact->at == version()) {
    return std::nullopt;
  }
  return closed_status(fact->last_type);
}

template <class Command>
std::optional<rejection> refuse_closed_name(const state& hotel, const stream_facts& facts,
                                            const Command& asked) {
  if constexpr (requires { asked.reservation; }) {
    if (const auto status = ending_of(hotel, facts, asked.reservation)) {
      if constexpr (std::same_as<Command, make_reservation>) {
        return reservation_exists(asked.reservation, *status).value();
      } else {
        return reservation_closed(asked.reservation, *status).value();
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<rejection> decider::precheck(const state& current, const stream_facts& facts,
                                           const command& asked, const decision_context&) {
  if (std::holds_alternative<register_hotel>(asked)) {
    return std::nullopt;
  }
  if (!current.is_registered()) {
    return unknown_hotel().value();
  }
  return std::visit([&](const auto& which) { return refuse_closed_name(current, facts, which); },
                    asked);
}

}  // namespace jumak::hotel
