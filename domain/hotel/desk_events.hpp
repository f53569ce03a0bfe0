#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// What has happened at a front desk beyond a reservation's usual life.
namespace jumak::hotel {

/// It is confirmed again and keeps the room; its nights count on the room's type.
struct check_in_undone {
  static constexpr std::string_view type = "CheckInUndone";
  static constexpr unsigned schema = 1;
  name reservation;
  name room;
  name room_type;
  money_sum charged;  ///< At the check-in, and charged no more.
};
BOOST_DESCRIBE_STRUCT(check_in_undone, (), (reservation, room, room_type, charged))

/// The whole reservation, confirmed again, without a room. What was paid stays paid.
struct reservation_reinstated {
  static constexpr std::string_view type = "ReservationReinstated";
  static constexpr unsigned schema = 1;
  name reservation;
  name room_type;
  date arrival;
  date departure;
  name guest;
  guest_counts guests;
  std::optional<money> rate;
  std::optional<free_text> meal;
  std::optional<free_text> segment;
  std::optional<free_text> channel;
  std::optional<free_text> country;
  std::optional<free_text> deposit;
  std::optional<free_text> requests;
  std::vector<night_rate> nights;
  hotel::currency currency;
  std::optional<money_sum> fee_returned;  ///< What its end had cost.
};
BOOST_DESCRIBE_STRUCT(reservation_reinstated, (),
                      (reservation, room_type, arrival, departure, guest, guests, rate, meal,
                       segment, channel, country, deposit, requests, nights, currency,
                       fee_returned))

/// A guest stayed past the departure, and pays for that night. It is not one of the stay's nights;
/// should it become one, it is not charged again.
struct overnight_charged {
  static constexpr std::string_view type = "OvernightCharged";
  static constexpr unsigned schema = 1;
  name reservation;
  date night;
  money rate;
};
BOOST_DESCRIBE_STRUCT(overnight_charged, (), (reservation, night, rate))

/// The day is closed.
struct night_audited {
  static constexpr std::string_view type = "NightAudited";
  static constexpr unsigned schema = 1;
  date business_date;
  std::int64_t room_nights = 0;  ///< Of guests in the house; overnights are in it.
  money_sum revenue;             ///< What they cost.
  std::int64_t overnights = 0;
  std::vector<name> no_shows;  ///< Who should have come by that day, by name: proposed.
};
BOOST_DESCRIBE_STRUCT(night_audited, (),
                      (business_date, room_nights, revenue, overnights, no_shows))

/// From the night `from` on the stay counts on `room_type`, that of `room`. The room it left is
/// dirty.
struct guest_moved {
  static constexpr std::string_view type = "GuestMoved";
  static constexpr unsigned schema = 1;
  name reservation;
  name room_left;
  name room;
  name room_type;
  date from;
  std::optional<free_text> reason;
};
BOOST_DESCRIBE_STRUCT(guest_moved, (), (reservation, room_left, room, room_type, from, reason))

struct deposit_requested {
  static constexpr std::string_view type = "DepositRequested";
  static constexpr unsigned schema = 1;
  name reservation;
  money amount;
  date due;
};
BOOST_DESCRIBE_STRUCT(deposit_requested, (), (reservation, amount, due))

/// To one that is confirmed or in the house.
struct payment_refunded {
  static constexpr std::string_view type = "PaymentRefunded";
  static constexpr unsigned schema = 1;
  name reservation;
  money amount;
  free_text method;
};
BOOST_DESCRIBE_STRUCT(payment_refunded, (), (reservation, amount, method))

/// To one that is cancelled, and stays so.
struct cancellation_refunded {
  static constexpr std::string_view type = "CancellationRefunded";
  static constexpr unsigned schema = 1;
  name reservation;
  money amount;
  free_text method;
};
BOOST_DESCRIBE_STRUCT(cancellation_refunded, (), (reservation, amount, method))

/// To one that did not come.
struct no_show_refunded {
  static constexpr std::string_view type = "NoShowRefunded";
  static constexpr unsigned schema = 1;
  name reservation;
  money amount;
  free_text method;
};
BOOST_DESCRIBE_STRUCT(no_show_refunded, (), (reservation, amount, method))

}  // namespace jumak::hotel
