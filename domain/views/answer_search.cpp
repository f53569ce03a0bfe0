#include "domain/views/paging.hpp"
#include "domain/views/read_views.hpp"
#include "domain/views/text_part.hpp"

namespace jumak::hotel {

using namespace views;

namespace {

text_part part_of(const std::optional<free_text>& text) {
  return text_part(text ? text->text() : std::string());
}

/// What FindReservations asks of a row of the hotel.
struct reservation_filter {
  const find_reservations& query;
  const reservations_view& reservations;
  const guests_view& guests;
  text_part name;

  [[nodiscard]] bool fits(const reservation_row& row) const {
    return (!query.status || row.status == *query.status) &&
           (!query.from || day_of(*query.from) < row.departure) &&
           (!query.to || row.arrival < day_of(*query.to)) &&
           (!query.channel || reservations.text_of(row.channel) == query.channel->text()) &&
           (!query.name || name.is_in(shown_name(guests[row.guest])));
  }

 private:
  /// What lists show of a guest.
  [[nodiscard]] static std::string_view shown_name(const guest_row& guest) {
    return guest.registered() ? guest.full_name : guest.name;
  }
};

/// What FindGuests asks, and where those are who may have it.
struct guest_filter {
  const find_guests& query;
  const guests_view& guests;
  text_part name;

  /// The first candidate from a number on: by one of the exact texts if there is one, else anybody.
  [[nodiscard]] std::optional<guest_number> from(std::uint32_t number) const {
    if (query.email) {
      return guests.emails().from(query.email->text(), guest_number(number));
    }
    if (query.phone) {
      return guests.phones().from(query.phone->text(), guest_number(number));
    }
    return number < guests.size() ? std::optional(guest_number(number)) : std::nullopt;
  }
  [[nodiscard]] std::optional<guest_number> after(guest_number guest) const {
    return from(static_cast<std::uint32_t>(guest) + 1);
  }
  [[nodiscard]] bool fits(const guest_row& row) const {
    return row.registered() && (!query.email || row.email == query.email->text()) &&
           (!query.phone || row.phone == query.phone->text()) && name.is_in(row.full_name);
  }
};

}  // namespace

result<page<stay_item>> read_views::ask(const find_reservations& query) const {
  if (const auto wrong = find_reservations::check(query)) {
    return failure(errc::malformed, "data: " + *wrong);
  }
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  const auto key = cursor_key<name_key>(query);
  if (!key) {
    return tl::unexpected(key.error());
  }
  const auto after = [&](reservation_number at) {
    return query.guest ? reservations_.by_guest().after(at) : reservations_.by_hotel().after(at);
  };
  const auto fits = [this, &hotel,
                     filter = reservation_filter{query, reservations_, guests_,
                                                 part_of(query.name)}](reservation_number at) {
    return reservations_[at].hotel == *hotel && filter.fits(reservations_[at]);
  };
  const auto name_of = [&](reservation_number at) { return reservations_[at].name; };
  auto first = first_of(query, *hotel);
  if (*key) {
    // A row that is not there yet, for the page before came from further ahead: it has none behind.
    const auto last = reservations_.find(*hotel, (*key)->name);
    first = last ? after(*last) : std::nullopt;
  }
  const row_walk walk{first, after, fits, name_of};
  return searched_page<stay_item>(query, walk,
                                  [&](reservation_number at) { return stay_item_of(at); });
}

std::optional<reservation_number> read_views::first_of(const find_reservations& query,
                                                       hotel_number hotel) const {
  if (!query.guest) {
    return reservations_.by_hotel().first_of(hotel);
  }
  const auto guest = guests_.find(query.guest->text());
  return guest ? reservations_.by_guest().first_of(*guest) : std::nullopt;
}

result<page<guest_answer>> read_views::ask(const find_guests& query) const {
  if (const auto wrong = find_guests::check(query)) {
    return failure(errc::malformed, "data: " + *wrong);
  }
  const auto key = cursor_key<name_key>(query);
  if (!key) {
    return tl::unexpected(key.error());
  }
  const guest_filter filter{query, guests_, part_of(query.name)};
  auto first = filter.from(0);
  if (*key) {
    const auto last = guests_.find((*key)->name);
    first = last ? filter.after(*last) : std::nullopt;
  }
  const row_walk walk{first,
                      [&](guest_number at) { return filter.after(at); },
                      [&](guest_number at) { return filter.fits(guests_[at]); },
                      [&](guest_number at) { return guests_[at].name; }};
  return searched_page<guest_answer>(query, walk,
                                     [&](guest_number at) { return guest_answer_of(at); });
}

}  // namespace jumak::hotel
