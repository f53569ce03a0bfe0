#include <concepts>
#include <variant>

#include "domain/hotel/decide.hpp"
#include "domain/hotel/decider.hpp"
#include "domain/hotel/refusals.hpp"
#include "domain/hotel/streams.hpp"

namespace jumak::hotel {
namespace {

constexpr std::string_view expired = "expired";

/// How a reservation ended whose last event is of the type.
std::string_view closed_status(std::string_view last_type) {
  if (last_type == reservation_cancelled::type || last_type == cancellation_refunded::type) {
    return "cancelled";
  }
  if (last_type == reservation_marked_no_show::type || last_type == no_show_refunded::type) {
    return "no_show";
  }
  if (last_type == hold_released::type) {
    return "released";
  }
  if (last_type == hold_expired::type) {
    return expired;
  }
  if (last_type == waitlist_left::type) {
    return "withdrawn";
  }
  if (last_type == guest_checked_out::type) {
    return "checked_out";
  }
  // No reservation ends so; the rule that its name is used up holds all the same.
  return "closed";
}

/// How the reservation ended; nothing if it is open or never was. The state holds the open ones
/// only, so a stream that has events without a reservation in the state is that of a closed one.
/// A hold whose time is up has ended, also before that is written.
std::optional<std::string_view> ending_of(const state& hotel, const stream_facts& facts,
                                          const name& reservation, timestamp moment) {
  if (const stay* open = hotel.find_stay(reservation.text())) {
    const bool is_due = open->status == stay_status::held &&
                        hotel.expiry_of(reservation.text()).value_or(moment) <= moment;
    return is_due ? std::optional(expired) : std::nullopt;
  }
  const stream_fact* fact = facts.find(reservation_stream(reservation));
  if (fact == nullptr || fact->at == version()) {
    return std::nullopt;
  }
  return closed_status(fact->last_type);
}

template <class Command>
constexpr bool ends_a_hold =
    std::same_as<Command, confirm_hold> || std::same_as<Command, release_hold>;

/// How the block ended; nothing if it is open or never was. One whose cut-off has come has ended,
/// also before that is written.
std::optional<std::string_view> ending_of_block(const state& hotel, const stream_facts& facts,
                                                const name& block, timestamp moment) {
  if (const room_block* open = hotel.blocks().find(block.text())) {
    return open->cut_off_at <= moment ? std::optional<std::string_view>("cut_off") : std::nullopt;
  }
  const stream_fact* fact = facts.find(block_stream(block));
  if (fact == nullptr || fact->at == version()) {
    return std::nullopt;
  }
  return fact->last_type == block_cut_off::type ? "cut_off" : "released";
}

template <class Command>
std::optional<rejection> refuse_closed_block(const state& hotel, const stream_facts& facts,
                                             const Command& asked, timestamp moment) {
  if constexpr (requires { asked.block; }) {
    if (const auto status = ending_of_block(hotel, facts, asked.block, moment)) {
      return std::same_as<Command, create_block> ? block_exists(asked.block, *status).value()
                                                 : block_closed(asked.block, *status).value();
    }
  }
  return std::nullopt;
}

template <class Command>
constexpr bool concerns_ended =
    std::same_as<Command, reinstate_reservation> || std::same_as<Command, refund_payment>;

/// It ended without a stay, and so lately that the state still knows it.
bool is_kept(const state& hotel, const name& reservation, timestamp moment) {
  return hotel.find_stay(reservation.text()) == nullptr &&
         hotel.ended().find(reservation.text(), moment) != nullptr;
}

template <class Command>
std::optional<rejection> refuse_closed_name(const state& hotel, const stream_facts& facts,
                                            const Command& asked, timestamp moment) {
  if constexpr (requires { asked.reservation; }) {
    const auto status = ending_of(hotel, facts, asked.reservation, moment);
    if (!status) {
      return std::nullopt;
    }
    if (concerns_ended<Command> && is_kept(hotel, asked.reservation, moment)) {
      return std::nullopt;
    }
    if (takes_a_name<Command>) {
      return reservation_exists(asked.reservation, *status).value();
    }
    if (ends_a_hold<Command> && *status == expired) {
      return expired_hold(asked.reservation).value();
    }
    return reservation_closed(asked.reservation, *status).value();
  }
  return std::nullopt;
}

}  // namespace

std::optional<rejection> decider::precheck(const state& current, const stream_facts& facts,
                                           const command& asked,
                                           const decision_context& context) {
  if (std::holds_alternative<register_hotel>(asked)) {
    return std::nullopt;
  }
  if (!current.is_registered()) {
    return unknown_hotel().value();
  }
  if (std::holds_alternative<expire_hold>(asked) || std::holds_alternative<cut_off_block>(asked)) {
    return std::nullopt;  // The engine's own: of a name that is closed nothing is left to do.
  }
  return std::visit(
      [&](const auto& which) {
        auto refused = refuse_closed_name(current, facts, which, context.now);
        return refused ? std::move(refused)
                       : refuse_closed_block(current, facts, which, context.now);
      },
      asked);
}

}  // namespace jumak::hotel
