#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jumak {

/// A moment in UTC, in microseconds.
using timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// RFC 3339 in UTC, always with six digits of fraction: `2026-11-22T09:00:00.123456Z`.
[[nodiscard]] std::string to_text(timestamp time);

/// Reads RFC 3339 in UTC (ends in `Z`; 0 to 6 digits of fraction; years 0001 to 9999). Nothing else passes:
/// no offset, no lower case, no leap second.
[[nodiscard]] std::optional<timestamp> timestamp_from_text(std::string_view text);

/// A calendar date without a time, years 0001 to 9999. On the wire `YYYY-MM-DD`.
class date {
 public:
  static constexpr std::string_view expected = "a date, YYYY-MM-DD, that exists";

  constexpr date() noexcept = default;
  constexpr explicit date(std::chrono::sys_days days) noexcept : days_(days) {}

  /// Nothing when the text has another form or names a day that does not exist.
  [[nodiscard]] static std::optional<date> from_text(std::string_view text);
  [[nodiscard]] std::string text() const;

  /// Days since 1970-01-01, as stored.
  [[nodiscard]] constexpr std::int64_t packed() const noexcept { return days_.time_since_epoch().count(); }
  [[nodiscard]] static std::optional<date> from_packed(std::int64_t days) noexcept;

  [[nodiscard]] constexpr std::chrono::sys_days days() const noexcept { return days_; }
  [[nodiscard]] constexpr date plus_days(std::int64_t count) const noexcept {
    return date(days_ + std::chrono::days(count));
  }
  friend constexpr auto operator<=>(date, date) noexcept = default;

 private:
  std::chrono::sys_days days_{};
};

/// Nights from `from` up to, not including, `to`; negative when `to` is earlier.
[[nodiscard]] constexpr std::int64_t days_between(date from, date to) noexcept {
  return (to.days() - from.days()).count();
}

}  // namespace jumak
