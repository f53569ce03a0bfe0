#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"

/// The field types of a hotel. Each takes what DOMAIN calls well-formed and nothing else, so a
/// struct of them needs no validation of its own.
namespace jumak::hotel {

using guest_count = bounded_integer<struct guest_count_tag, 0, 100>;
using guest_limit = bounded_integer<struct guest_limit_tag, 1, 100>;
/// How many stays more than it has rooms a type takes on one night.
using overbooked_rooms = bounded_integer<struct overbooked_rooms_tag, 0, 1000>;
/// How long a hold waits for its confirmation, in seconds: up to a day.
using hold_seconds = bounded_integer<struct hold_seconds_tag, 1, 86'400>;

/// How long a stay is at least, or at most.
using stay_nights = bounded_integer<struct stay_nights_tag, 1, 366>;

/// What a night costs under a rate plan, in percent of the rate set for it.
using rate_percent = bounded_integer<struct rate_percent_tag, 1, 1000>;
/// How many days before the arrival cancelling begins to cost. 2,000 is always.
using notice_days = bounded_integer<struct notice_days_tag, 0, 2000>;
using fee_value = bounded_integer<struct fee_value_tag, 0, 1'000'000'000'000>;

/// How many rooms a group block has on each of its nights.
using block_rooms = bounded_integer<struct block_rooms_tag, 1, 1000>;

/// A sum of money: charges, payments or their difference. Wide enough that no sum of ours
/// overflows: each side of a folio stays within `folio_limit`.
using money_sum =
    bounded_integer<struct money_sum_tag, -4'000'000'000'000'000'000, 4'000'000'000'000'000'000>;

/// An ISO 4217 code by its form: three capital letters.
class currency {
 public:
  static constexpr std::string_view expected = "a currency: three letters A-Z, such as EUR";
  static constexpr std::string_view pattern = "^[A-Z]{3}$";

  currency() = default;
  [[nodiscard]] static std::optional<currency> from_text(std::string_view text) noexcept;
  /// Empty for a default-made currency.
  [[nodiscard]] std::string text() const;
  friend auto operator<=>(const currency&, const currency&) = default;

 private:
  std::array<char, 3> letters_{};
};

/// The name of a time zone that tzdata on this machine knows, such as `Europe/Lisbon`. Only
/// commands use it: an event keeps the plain text, for the log must stay readable where tzdata
/// differs.
class time_zone {
 public:
  static constexpr std::string_view expected = "a time zone of tzdata, such as Europe/Lisbon";

  time_zone() = default;
  [[nodiscard]] static std::optional<time_zone> from_text(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend auto operator<=>(const time_zone&, const time_zone&) = default;

 private:
  std::string text_;
};

/// 1 to 1,000 names, no two alike, in the order given. A list field: codecs read a list of `item`
/// and let `from_items` judge it.
class distinct_names {
 public:
  using item = name;
  static constexpr std::string_view expected = "a list of 1 to 1000 names, no two alike";
  static constexpr std::size_t count_max = 1000;

  distinct_names() = default;
  [[nodiscard]] static std::optional<distinct_names> from_items(std::vector<name> items);
  [[nodiscard]] const std::vector<name>& items() const noexcept { return items_; }
  friend bool operator==(const distinct_names&, const distinct_names&) = default;

 private:
  std::vector<name> items_;
};

/// What housekeeping says of a room.
enum class room_status : std::uint8_t { dirty, clean, inspected };
BOOST_DESCRIBE_ENUM(room_status, dirty, clean, inspected)

/// Who comes, as a client says it.
struct guests_given {
  guest_count adults;
  std::optional<guest_count> children;
  std::optional<guest_count> infants;
  friend bool operator==(const guests_given&, const guests_given&) = default;
};
BOOST_DESCRIBE_STRUCT(guests_given, (), (adults, children, infants))

/// Who comes, with the defaults filled in.
struct guest_counts {
  guest_count adults;
  guest_count children;
  guest_count infants;
  [[nodiscard]] std::int64_t total() const noexcept {
    return adults.integer() + children.integer() + infants.integer();
  }
  friend bool operator==(const guest_counts&, const guest_counts&) = default;
};
BOOST_DESCRIBE_STRUCT(guest_counts, (), (adults, children, infants))

/// What a fee is made of: percent of the stay's price, its first nights, or an amount of money.
enum class fee_kind : std::uint8_t { percent, nights, amount };
BOOST_DESCRIBE_ENUM(fee_kind, percent, nights, amount)

/// So much percent, so many nights, or so much money.
struct fee {
  fee_kind of{};
  fee_value value;
  friend bool operator==(const fee&, const fee&) = default;
};
BOOST_DESCRIBE_STRUCT(fee, (), (of, value))

/// What a guest pays a fee for.
enum class fee_reason : std::uint8_t { cancellation, no_show };
BOOST_DESCRIBE_ENUM(fee_reason, cancellation, no_show)

/// Why somebody waits no more.
enum class waitlist_end : std::uint8_t { withdrawn, lapsed };
BOOST_DESCRIBE_ENUM(waitlist_end, withdrawn, lapsed)

/// What one night of a stay costs.
struct night_rate {
  date night;
  money rate;
  friend bool operator==(const night_rate&, const night_rate&) = default;
};
BOOST_DESCRIBE_STRUCT(night_rate, (), (night, rate))

}  // namespace jumak::hotel
