#include "domain/views/reservations_view.hpp"

#include <algorithm>
#include <array>
#include <boost/mp11.hpp>

#include "core/hash.hpp"

namespace jumak::hotel::views {
namespace {

template <class... Events>
constexpr std::array<std::string_view, sizeof...(Events)> names_of(const std::variant<Events...>*) {
  return {Events::type...};
}
constexpr auto event_names = names_of(static_cast<const event*>(nullptr));

template <class Event>
constexpr auto place_of = static_cast<std::uint8_t>(boost::mp11::mp_find<event, Event>::value);

std::uint64_t hash_of(hotel_number hotel, std::string_view reservation) {
  return hash64_of(reservation, index_of(hotel));
}

/// What the nights from the first one on cost that was not charged before.
std::int64_t added_charges(day_number first, const std::vector<night_rate>& nights) {
  std::int64_t sum = 0;
  for (const night_rate& night : nights) {
    sum += day_of(night.night) < first ? 0 : night.rate.integer();
  }
  return sum;
}

}  // namespace

std::string_view type_name_of(const happening& entry) { return event_names[entry.type]; }

text_number reservations_view::keep(const std::optional<free_text>& text) {
  return text ? texts_.number_of(text->text()) : no_text;
}

template <class Event>
reservation_row& reservations_view::remember(reservation_number at, const Event&,
                                             const applied_event& around) {
  reservation_row& row = rows_[index_of(at)];
  row.version = around.stream_version;
  happenings_.append(row.history,
                     {around.time, around.at, texts_.number_of(around.actor), place_of<Event>});
  return row;
}

template <class Event>
void reservations_view::fill(reservation_row& row, type_number type, const Event& happened) {
  row.type = type;
  row.arrival = day_of(happened.arrival);
  row.departure = day_of(happened.departure);
  row.guests = happened.guests;
  row.rates = nightly_rates(happened.nights);
  row.meal = keep(happened.meal);
  row.segment = keep(happened.segment);
  row.channel = keep(happened.channel);
  row.country = keep(happened.country);
  row.deposit = keep(happened.deposit);
  row.requests = keep(happened.requests);
}

template <class Event>
reservation_number reservations_view::add(hotel_number hotel, type_number type, guest_number guest,
                                          const Event& happened, const applied_event& around) {
  reservation_row row;
  row.name = happened.reservation.text();
  row.hotel = hotel;
  row.guest = guest;
  row.type_booked = type;
  fill(row, type, happened);
  const reservation_number made{rows_.append(std::move(row))};
  numbers_.insert(hash_of(hotel, happened.reservation.text()), static_cast<std::uint32_t>(made));
  by_hotel_.append(hotel, made);
  by_guest_.append(guest, made);
  remember(made, happened, around);
  return made;
}

reservation_number reservations_view::apply(hotel_number hotel, type_number type,
                                            guest_number guest, const hold_placed& happened,
                                            const applied_event& around) {
  const reservation_number held = add(hotel, type, guest, happened, around);
  rows_[index_of(held)].status = reservation_status::held;
  return held;
}

reservation_number reservations_view::apply(hotel_number hotel, type_number type,
                                            guest_number guest, const reservation_made& happened,
                                            const applied_event& around) {
  return add(hotel, type, guest, happened, around);
}

void reservations_view::apply(reservation_number at, const reservation_made& happened,
                              const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  if (row.status == reservation_status::waiting) {
    fill(row, row.type, happened);  // The rates may be others by now.
  }
  row.status = reservation_status::confirmed;
}

reservation_number reservations_view::apply(hotel_number hotel, type_number type,
                                            guest_number guest, const waitlist_joined& happened,
                                            const applied_event& around) {
  const reservation_number waiting = add(hotel, type, guest, happened, around);
  rows_[index_of(waiting)].status = reservation_status::waiting;
  return waiting;
}

void reservations_view::apply(reservation_number at, const waitlist_left& happened,
                              const applied_event& around) {
  remember(at, happened, around).status = reservation_status::withdrawn;
}

void reservations_view::apply(reservation_number at, const hold_released& happened,
                              const applied_event& around) {
  remember(at, happened, around).status = reservation_status::released;
}

void reservations_view::apply(reservation_number at, const hold_expired& happened,
                              const applied_event& around) {
  remember(at, happened, around).status = reservation_status::expired;
}

void reservations_view::apply(reservation_number at, type_number type,
                              const stay_changed& happened, const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  if (row.status == reservation_status::in_house) {
    const auto charged = charged_until_.find(static_cast<std::uint32_t>(at));
    const day_number first = charged == charged_until_.end() ? row.departure : charged->second;
    row.charged += added_charges(std::max(first, row.departure), happened.nights);
  } else {
    row.type_booked = type;
  }
  fill(row, type, happened);
}

void reservations_view::apply(reservation_number at, const reservation_cancelled& happened,
                              const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  row.status = reservation_status::cancelled;
  row.room = no_room;
}

void reservations_view::apply(reservation_number at, const reservation_marked_no_show& happened,
                              const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  row.status = reservation_status::no_show;
  row.room = no_room;
}

void reservations_view::apply(reservation_number at, room_number room,
                              const room_assigned& happened, const applied_event& around) {
  remember(at, happened, around).room = room;
}

void reservations_view::apply(reservation_number at, const room_unassigned& happened,
                              const applied_event& around) {
  remember(at, happened, around).room = no_room;
}

void reservations_view::apply(reservation_number at, type_number type,
                              const guest_checked_in& happened, const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  row.status = reservation_status::in_house;
  row.type = type;
  row.charged += happened.charged.integer();
}

void reservations_view::apply(reservation_number at, const guest_checked_out& happened,
                              const applied_event& around) {
  remember(at, happened, around).status = reservation_status::checked_out;
}

void reservations_view::apply(reservation_number at, const charge_posted& happened,
                              const applied_event& around) {
  charge(remember(at, happened, around), around.time, happened.amount.integer(),
         happened.description.text());
}

void reservations_view::apply(reservation_number at, const payment_posted& happened,
                              const applied_event& around) {
  pay(remember(at, happened, around), around.time, happened.amount.integer(),
      happened.method.text());
}

void reservations_view::apply(reservation_number at, const rate_terms_agreed& happened,
                              const applied_event& around) {
  remember(at, happened, around);
}

void reservations_view::apply(reservation_number at, const fee_charged& happened,
                              const applied_event& around) {
  charge(remember(at, happened, around), around.time, happened.amount.integer(),
         happened.reason == fee_reason::no_show ? "no-show fee" : "cancellation fee");
}

void reservations_view::apply(reservation_number at, const check_in_undone& happened,
                              const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  row.status = reservation_status::confirmed;
  row.charged -= happened.charged.integer();
}

void reservations_view::apply(reservation_number at, const reservation_reinstated& happened,
                              const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  row.status = reservation_status::confirmed;
  if (happened.fee_returned) {
    charge(row, around.time, -happened.fee_returned->integer(), "fee returned");
  }
}

void reservations_view::apply(reservation_number at, type_number type, room_number room,
                              const guest_moved& happened, const applied_event& around) {
  reservation_row& row = remember(at, happened, around);
  row.type = type;
  row.room = room;
}

void reservations_view::apply(reservation_number at, const overnight_charged& happened,
                              const applied_event& around) {
  charge(remember(at, happened, around), around.time, happened.rate.integer(),
         "night of " + happened.night.text());
  charged_until_.insert_or_assign(static_cast<std::uint32_t>(at), day_of(happened.night) + 1);
}

void reservations_view::apply(reservation_number at, const deposit_requested& happened,
                              const applied_event& around) {
  remember(at, happened, around);
}

void reservations_view::apply(reservation_number at, const payment_refunded& happened,
                              const applied_event& around) {
  refund(at, happened, around);
}

void reservations_view::apply(reservation_number at, const cancellation_refunded& happened,
                              const applied_event& around) {
  refund(at, happened, around);
}

void reservations_view::apply(reservation_number at, const no_show_refunded& happened,
                              const applied_event& around) {
  refund(at, happened, around);
}

template <class Event>
void reservations_view::refund(reservation_number at, const Event& happened,
                               const applied_event& around) {
  pay(remember(at, happened, around), around.time, -happened.amount.integer(),
      happened.method.text());
}

void reservations_view::charge(reservation_row& row, timestamp time, std::int64_t amount,
                               std::string_view what) {
  row.charged += amount;
  postings_.append(row.charges, {time, amount, texts_.number_of(what)});
}

void reservations_view::pay(reservation_row& row, timestamp time, std::int64_t amount,
                            std::string_view how) {
  row.paid += amount;
  postings_.append(row.payments, {time, amount, texts_.number_of(how)});
}

std::optional<reservation_number> reservations_view::find(hotel_number hotel,
                                                          std::string_view reservation) const {
  const std::uint32_t number =
      numbers_.find(hash_of(hotel, reservation), [&](std::uint32_t candidate) {
        const reservation_row& row = rows_[candidate];
        return row.hotel == hotel && row.name == reservation;
      });
  if (number == number_table::none) {
    return std::nullopt;
  }
  return reservation_number(number);
}

}  // namespace jumak::hotel::views
