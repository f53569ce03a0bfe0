#include "core/timestamp.hpp"

namespace jumak {
namespace {

void append_digits(std::string& text, std::int64_t number, int width) {
  const std::size_t start = text.size();
  text.resize(start + static_cast<std::size_t>(width));
  for (int place = width - 1; place >= 0; --place) {
    text[start + static_cast<std::size_t>(place)] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
}

/// The number in text[at, at+width), or nothing when a character there is no digit.
std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t width) {
  if (text.size() < at + width) return std::nullopt;
  int number = 0;
  for (const char letter : text.substr(at, width)) {
    if (letter < '0' || letter > '9') return std::nullopt;
    number = number * 10 + (letter - '0');
  }
  return number;
}

constexpr std::size_t date_length = 10;

void append_date(std::string& text, std::chrono::sys_days days) {
  const std::chrono::year_month_day calendar{days};
  append_digits(text, static_cast<int>(calendar.year()), 4);
  text += '-';
  append_digits(text, static_cast<unsigned>(calendar.month()), 2);
  text += '-';
  append_digits(text, static_cast<unsigned>(calendar.day()), 2);
}

std::optional<std::chrono::sys_days> read_date(std::string_view text) {
  const auto year = digits_at(text, 0, 4);
  const auto month = digits_at(text, 5, 2);
  const auto day = digits_at(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-' || *year == 0) return std::nullopt;
  const std::chrono::year_month_day calendar{std::chrono::year(*year),
                                             std::chrono::month(static_cast<unsigned>(*month)),
                                             std::chrono::day(static_cast<unsigned>(*day))};
  if (!calendar.ok()) return std::nullopt;
  return std::chrono::sys_days(calendar);
}

/// Microseconds of `.123456`, an empty text being 0.
std::optional<int> read_fraction(std::string_view text) {
  if (text.empty()) return 0;
  const std::size_t digits = text.size() - 1;
  if (text[0] != '.' || digits < 1 || digits > 6) return std::nullopt;
  auto number = digits_at(text, 1, digits);
  for (std::size_t place = digits; number && place < 6; ++place) *number *= 10;
  return number;
}

}  // namespace

std::string to_text(timestamp time) {
  const auto days = std::chrono::floor<std::chrono::days>(time);
  const std::int64_t micros = (time - days).count();
  const std::int64_t seconds = micros / 1'000'000;
  std::string text;
  text.reserve(27);
  append_date(text, days);
  text += 'T';
  append_digits(text, seconds / 3600, 2);
  text += ':';
  append_digits(text, seconds / 60 % 60, 2);
  text += ':';
  append_digits(text, seconds % 60, 2);
  text += '.';
  append_digits(text, micros % 1'000'000, 6);
  text += 'Z';
  return text;
}

std::optional<timestamp> timestamp_from_text(std::string_view text) {
  constexpr std::size_t shortest = 20;  // 2026-11-22T09:00:00Z
  if (text.size() < shortest || text.back() != 'Z' || text[date_length] != 'T') return std::nullopt;
  const auto days = read_date(text.substr(0, date_length));
  const auto hour = digits_at(text, 11, 2);
  const auto minute = digits_at(text, 14, 2);
  const auto second = digits_at(text, 17, 2);
  const auto fraction = read_fraction(text.substr(19, text.size() - shortest));
  if (!days || !hour || !minute || !second || !fraction || text[13] != ':' || text[16] != ':' || *hour > 23 ||
      *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  return timestamp(*days) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second) + std::chrono::microseconds(*fraction);
}

std::optional<date> date::from_text(std::string_view text) {
  if (text.size() != date_length) return std::nullopt;
  const auto days = read_date(text);
  if (!days) return std::nullopt;
  return date(*days);
}

std::string date::text() const {
  std::string text;
  text.reserve(date_length);
  append_date(text, days_);
  return text;
}

std::optional<date> date::from_packed(std::int64_t days) noexcept {
  using namespace std::chrono;
  constexpr sys_days first{year(1) / January / 1};
  constexpr sys_days last{year(9999) / December / 31};
  if (days < first.time_since_epoch().count() || days > last.time_since_epoch().count()) return std::nullopt;
  return date(sys_days(std::chrono::days(days)));
}

}  // namespace jumak
