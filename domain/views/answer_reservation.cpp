#include <algorithm>

#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

namespace {

std::optional<std::string> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

hotel_picture picture_of(const hotel_row& row) {
  return {row.name, row.title, row.city, row.currency};
}

guest_picture picture_of(const guest_row& row) {
  return {row.name, unless_empty(row.full_name), unless_empty(row.email), unless_empty(row.phone)};
}

std::vector<night_rate> nights_of(const reservation_row& row) {
  std::vector<night_rate> nights;
  nights.reserve(static_cast<std::size_t>(row.nights()));
  for (day_number night = row.arrival; night < row.departure; ++night) {
    // The rate came out of a field of this type.
    nights.push_back({date_of(night), money::from_integer(row.rate_on(night)).value()});
  }
  return nights;
}

void add_texts(reservation_picture& picture, const reservation_row& row,
               const reservations_view& view) {
  picture.meal = unless_empty(view.text_of(row.meal));
  picture.segment = unless_empty(view.text_of(row.segment));
  picture.channel = unless_empty(view.text_of(row.channel));
  picture.country = unless_empty(view.text_of(row.country));
  picture.deposit = unless_empty(view.text_of(row.deposit));
  picture.requests = unless_empty(view.text_of(row.requests));
}

void add_folio(reservation_picture& picture, const reservation_row& row,
               const reservations_view& view) {
  for (const posting* charge : view.charges_of(row)) {
    picture.charges.push_back(
        {charge->time, charge->amount, std::string(view.text_of(charge->text))});
  }
  for (const posting* payment : view.payments_of(row)) {
    picture.payments.push_back(
        {payment->time, payment->amount, std::string(view.text_of(payment->text))});
  }
  picture.charged = row.charged;
  picture.paid = row.paid;
  picture.balance = row.balance();
}

void add_history(reservation_picture& picture, const reservation_row& row,
                 const reservations_view& view) {
  for (const happening* entry : view.history_of(row)) {
    picture.history.push_back({std::string(type_name_of(*entry)), entry->time,
                               unless_empty(view.text_of(entry->actor)), entry->position});
  }
}

}  // namespace

result<reservation_picture> read_views::ask(const get_reservation& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  const auto at = reservations_.find(*hotel, query.reservation.text());
  if (!at) {
    return failure(errc::not_found, "reservation " + query.reservation.text() + " is not there");
  }
  const reservation_row& row = reservations_[*at];
  const hotel_row& owner = hotels_[*hotel];
  const room_type_row& type = owner.types[index_of(row.type)];
  reservation_picture picture;
  picture.hotel = picture_of(owner);
  picture.reservation = row.name;
  picture.status = row.status;
  picture.version = row.version;
  picture.guest = picture_of(guests_[row.guest]);
  picture.guests = row.guests;
  picture.room_type = {type.name, type.title};
  picture.room = unless_empty(room_name(*hotel, row.room));
  picture.arrival = date_of(row.arrival);
  picture.departure = date_of(row.departure);
  picture.nights = nights_of(row);
  if (row.status == reservation_status::held) {
    picture.expires_at = desk_.expires_at(*at, row);
  }
  add_texts(picture, row, reservations_);
  add_folio(picture, row, reservations_);
  add_history(picture, row, reservations_);
  if (const agreed_row* agreed = sales_.agreed_for(*at)) {
    const rate_terms& terms = agreed->terms;
    picture.rate_plan = rate_plan_picture{agreed->rate_plan, terms.notice_days.integer(),
                                          terms.cancellation_fee, terms.no_show_fee};
  }
  picture.block = unless_empty(blocks_.block_of(*hotel, row.name));
  if (const deposit_row* asked = sales_.deposit_for(*at)) {
    picture.deposit_due = deposit_picture{
        asked->amount, asked->due, std::max<std::int64_t>(0, asked->amount - row.paid)};
  }
  return picture;
}

result<guest_answer> read_views::ask(const get_guest& query) const {
  const auto at = guests_.find(query.guest.text());
  if (!at || !guests_[*at].registered()) {
    return failure(errc::not_found, "guest " + query.guest.text() + " is not there");
  }
  return guest_answer_of(*at);
}

guest_answer read_views::guest_answer_of(guest_number at) const {
  const guest_row& row = guests_[at];
  guest_answer answer;
  answer.guest = row.name;
  answer.full_name = row.full_name;
  answer.email = unless_empty(row.email);
  answer.phone = unless_empty(row.phone);
  answer.country = unless_empty(row.country);
  answer.stays = row.stays;
  answer.nights = row.nights;
  answer.cancellations = row.cancellations;
  answer.no_shows = row.no_shows;
  for (const spend& spent : row.spent) {
    answer.spend.push_back({spent.currency, spent.amount});
  }
  return answer;
}

result<hotel_number> read_views::find_hotel(const name& hotel) const {
  const auto found = hotels_.find(hotel.text());
  if (!found) {
    return failure(errc::not_found, "hotel " + hotel.text() + " is not there");
  }
  return *found;
}

result<type_number> read_views::find_type(hotel_number hotel, const name& type) const {
  const auto found = hotels_.find_type(hotel, type.text());
  if (!found) {
    return failure(errc::not_found, "room type " + type.text() + " is not there");
  }
  return *found;
}

std::string read_views::room_name(hotel_number hotel, room_number room) const {
  return room == no_room ? std::string() : rooms_.room_of(hotel, room).name;
}

}  // namespace jumak::hotel
