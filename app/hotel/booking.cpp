#include "app/hotel/booking.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jumak::app::client {
namespace {

enum column : std::size_t {
  lead_time,
  year,
  month,
  day,
  weekend_nights,
  week_nights,
  adults,
  children,
  babies,
  meal,
  country,
  market_segment,
  distribution_channel,
  reserved_room_type,
  assigned_room_type,
  deposit_type,
  adr,
  reservation_status,
  reservation_status_date,
  column_count
};

constexpr std::array<std::string_view, column_count> column_names = {"lead_time",
                                                                     "arrival_date_year",
                                                                     "arrival_date_month",
                                                                     "arrival_date_day_of_month",
                                                                     "stays_in_weekend_nights",
                                                                     "stays_in_week_nights",
                                                                     "adults",
                                                                     "children",
                                                                     "babies",
                                                                     "meal",
                                                                     "country",
                                                                     "market_segment",
                                                                     "distribution_channel",
                                                                     "reserved_room_type",
                                                                     "assigned_room_type",
                                                                     "deposit_type",
                                                                     "adr",
                                                                     "reservation_status",
                                                                     "reservation_status_date"};

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// A room type becomes part of names, so it must be one itself, and short.
constexpr std::size_t room_type_length_max = 32;
constexpr int count_max = 100'000;
/// Whole euros beyond this are no rate.
constexpr std::int64_t euros_max = 10'000'000'000;

std::optional<int> number_from(std::string_view text) {
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = problem == std::errc() && end == text.data() + text.size() && !text.empty();
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<int> count_from(std::string_view text) {
  const auto count = number_from(text);
  return count && *count >= 0 && *count <= count_max ? count : std::nullopt;
}

std::optional<std::chrono::sys_days> day_from(int in_year, unsigned in_month, int on_day) {
  const std::chrono::year_month_day date{std::chrono::year(in_year), std::chrono::month(in_month),
                                         std::chrono::day(static_cast<unsigned>(on_day))};
  return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

/// YYYY-MM-DD.
std::optional<std::chrono::sys_days> day_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto in_year = count_from(text.substr(0, 4));
  const auto in_month = count_from(text.substr(5, 2));
  const auto on_day = count_from(text.substr(8, 2));
  if (!in_year || !in_month || !on_day) {
    return std::nullopt;
  }
  return day_from(*in_year, static_cast<unsigned>(*in_month), *on_day);
}

std::optional<unsigned> month_from(std::string_view name) {
  const auto found = std::ranges::find(month_names, name);
  return found == month_names.end()
             ? std::nullopt
             : std::optional(static_cast<unsigned>(found - month_names.begin()) + 1);
}

std::optional<booking_end> end_from(std::string_view name) {
  if (name == "Check-Out") {
    return booking_end::checked_out;
  }
  if (name == "Canceled") {
    return booking_end::cancelled;
  }
  return name == "No-Show" ? std::optional(booking_end::no_show) : std::nullopt;
}

bool is_room_type(std::string_view text) {
  return !text.empty() && text.size() <= room_type_length_max &&
         std::ranges::all_of(text, [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
         });
}

/// Reads the fields of one row and remembers the first that is not what it should be.
class row_reader {
 public:
  row_reader(const std::vector<std::string>& fields, const std::vector<std::size_t>& places)
      : fields_(fields), places_(places) {}

  const std::string& text(column which) const { return fields_[places_[which]]; }

  int count(column which) {
    // The data set writes "NA" for a number nobody noted.
    return text(which) == "NA" ? 0 : required(which, count_from(text(which)), "a whole number ≥ 0");
  }

  template <class Value>
  Value required(column which, std::optional<Value> value, std::string_view expected) {
    if (!value && problem_.empty()) {
      problem_ = "column '" + std::string(column_names[which]) + "' should be " +
                 std::string(expected) + ", but is '" + text(which).substr(0, 40) + "'";
    }
    return value.value_or(Value{});
  }

  std::string room_type(column which) {
    return required(which, is_room_type(text(which)) ? std::optional(text(which)) : std::nullopt,
                    "a room type of letters and digits");
  }

  const std::string& problem() const { return problem_; }

 private:
  const std::vector<std::string>& fields_;
  const std::vector<std::size_t>& places_;
  std::string problem_;
};

}  // namespace

result<booking_columns> booking_columns::from_header(const std::vector<std::string>& header) {
  booking_columns columns;
  columns.width_ = header.size();
  for (const std::string_view name : column_names) {
    const auto found = std::ranges::find(header, name);
    if (found == header.end()) {
      return failure(errc::malformed,
                     "there is no column '" + std::string(name) +
                         "' in the first line; is this the hotel booking demand data?");
    }
    columns.places_.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  if (const auto found = std::ranges::find(header, "hotel"); found != header.end()) {
    columns.hotel_ = static_cast<std::size_t>(found - header.begin());
  }
  return columns;
}

std::string_view booking_columns::hotel_of(const std::vector<std::string>& fields) const {
  return hotel_ && *hotel_ < fields.size() ? std::string_view(fields[*hotel_]) : std::string_view();
}

result<booking> booking_columns::read(const std::vector<std::string>& fields,
                                      std::uint32_t number) const {
  if (fields.size() != width_) {
    return failure(errc::malformed, "the row has " + std::to_string(fields.size()) +
                                        " fields, the first line has " + std::to_string(width_));
  }
  row_reader row(fields, places_);
  booking read;
  read.number = number;
  const auto in_month = row.required(month, month_from(row.text(month)), "a month in English");
  read.arrival = row.required(day, day_from(row.count(year), in_month, row.count(day)),
                              "a day of the month in arrival_date_month");
  read.booked = read.arrival - std::chrono::days(row.count(lead_time));
  read.nights = row.count(weekend_nights) + row.count(week_nights);
  read.adults = row.count(adults);
  read.children = row.count(children);
  read.infants = row.count(babies);
  read.rate_cents = row.required(adr, cents_from(row.text(adr)), "an amount like 75.5");
  read.reserved_type = row.room_type(reserved_room_type);
  read.assigned_type = row.room_type(assigned_room_type);
  read.meal = row.text(meal);
  read.segment = row.text(market_segment);
  read.channel = row.text(distribution_channel);
  read.country = row.text(country);
  read.deposit = row.text(deposit_type);
  read.end = row.required(reservation_status, end_from(row.text(reservation_status)),
                          "Check-Out, Canceled or No-Show");
  read.ended = row.required(reservation_status_date, day_from(row.text(reservation_status_date)),
                            "a date like 2016-02-09");
  if (!row.problem().empty()) {
    return failure(errc::malformed, row.problem());
  }
  return read;
}

std::optional<std::int64_t> cents_from(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) {
    text.remove_prefix(1);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point < text.size() ? text.substr(point + 1) : "";
  const auto all_digits = [](std::string_view part) {
    return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || !all_digits(whole) || !all_digits(decimals)) {
    return std::nullopt;
  }
  std::int64_t euros = 0;
  const auto [end, problem] = std::from_chars(whole.data(), whole.data() + whole.size(), euros);
  if (problem != std::errc() || euros > euros_max) {
    return std::nullopt;
  }
  const auto digit = [&](std::size_t place) {
    return place < decimals.size() ? decimals[place] - '0' : 0;
  };
  std::int64_t cents = euros * 100 + digit(0) * 10 + digit(1);
  if (digit(2) >= 5) {
    ++cents;
  }
  return negative ? -cents : cents;
}

}  // namespace jumak::app::client
