#include "domain/views/guests_view.hpp"

#include <algorithm>

#include "core/hash.hpp"

namespace jumak::hotel::views {
namespace {

void take_if_given(std::string& text, const std::optional<free_text>& given) {
  if (given) {
    text = given->text();
  }
}

}  // namespace

void guests_view::apply(std::string_view guest, const jumak::guest::guest_registered& happened) {
  const guest_number number = number_of(guest);
  rows_[index_of(number)].full_name = happened.full_name.text();
  take_contacts(number, happened);
}

void guests_view::apply(std::string_view guest, const jumak::guest::guest_updated& happened) {
  const guest_number number = number_of(guest);
  take_if_given(rows_[index_of(number)].full_name, happened.full_name);
  take_contacts(number, happened);
}

template <class Event>
void guests_view::take_contacts(guest_number number, const Event& happened) {
  guest_row& row = rows_[index_of(number)];
  if (happened.email) {
    emails_.move(number, row.email, happened.email->text());
  }
  if (happened.phone) {
    phones_.move(number, row.phone, happened.phone->text());
  }
  take_if_given(row.email, happened.email);
  take_if_given(row.phone, happened.phone);
  take_if_given(row.country, happened.country);
}

void guests_view::apply(const reservation_row& row, const reservation_cancelled&) {
  ++row_of(row).cancellations;
}

void guests_view::apply(const reservation_row& row, const reservation_marked_no_show&) {
  ++row_of(row).no_shows;
}

void guests_view::apply(const reservation_row& row, const guest_checked_out& happened) {
  guest_row& guest = row_of(row);
  ++guest.stays;
  guest.nights += row.nights() - static_cast<std::int64_t>(happened.nights_returned.size());
}

void guests_view::apply(const reservation_row& row, const reservation_reinstated&) {
  guest_row& guest = row_of(row);
  --(row.status == reservation_status::no_show ? guest.no_shows : guest.cancellations);
}

void guests_view::apply(const reservation_row& row, std::string_view currency,
                        const payment_posted& happened) {
  add_spend(row, currency, happened.amount.integer());
}

void guests_view::refund(const reservation_row& row, std::string_view currency,
                         std::int64_t amount) {
  add_spend(row, currency, -amount);
}

void guests_view::add_spend(const reservation_row& row, std::string_view currency,
                            std::int64_t amount) {
  std::vector<spend>& spent = row_of(row).spent;
  auto at = std::ranges::lower_bound(spent, currency, {}, &spend::currency);
  if (at == spent.end() || at->currency != currency) {
    at = spent.insert(at, {std::string(currency), 0});
  }
  at->amount += amount;
}

guest_number guests_view::number_of(std::string_view guest) {
  if (const auto known = find(guest)) {
    return *known;
  }
  guest_row row;
  row.name = guest;
  const std::uint32_t number = rows_.append(std::move(row));
  numbers_.insert(hash64_of(guest), number);
  return guest_number(number);
}

std::optional<guest_number> guests_view::find(std::string_view guest) const {
  const std::uint32_t number = numbers_.find(
      hash64_of(guest), [&](std::uint32_t candidate) { return rows_[candidate].name == guest; });
  if (number == number_table::none) {
    return std::nullopt;
  }
  return guest_number(number);
}

}  // namespace jumak::hotel::views
