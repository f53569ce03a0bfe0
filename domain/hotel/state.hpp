#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "core/flat_map.hpp"
#include "core/names.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"
#include "domain/hotel/ended_stays.hpp"
#include "domain/hotel/night_counts.hpp"
#include "domain/hotel/night_set.hpp"
#include "domain/hotel/night_steps.hpp"
#include "domain/hotel/rate_plan.hpp"
#include "domain/hotel/rate_terms.hpp"
#include "domain/hotel/room_blocks.hpp"
#include "domain/hotel/stay_details.hpp"
#include "domain/hotel/waitlist.hpp"

namespace date {
class time_zone;
}

/// What a hotel's rules remember. Nothing is here that no rule reads.
namespace jumak::hotel {

/// Open addressing: a reservation is looked up several times for each of its commands.
template <class Value>
using by_name = flat_text_map<std::string, Value>;

/// Place of a room type, or of a room, in the order they were added; they are never taken out.
using room_type_index = strong_integer<struct room_type_index_tag>;
using room_index = strong_integer<struct room_index_tag>;

/// A room type with its nightly inventory.
struct room_type {
  name id;
  free_text title;
  guest_limit max_guests;
  money base_rate;
  rate_plan rates;
  std::uint32_t rooms = 0;     ///< All there ever were; a retired one is out of service.
  night_steps out_of_service;  ///< How many of them are out of order or retired.
  night_steps overbooking;
  night_steps restrictions;  ///< Values as in restrictions.hpp; empty for most.
  night_counts taken;  ///< By held, confirmed and in-house stays; a night stayed remains taken.

  [[nodiscard]] money rate_on(date night) const noexcept {
    return rates.on(night).value_or(base_rate);
  }
  /// How many stays the night can hold in all.
  [[nodiscard]] std::int64_t capacity_on(date night) const noexcept {
    return rooms - out_of_service.on(night) + overbooking.on(night);
  }
  /// The first night of `[from, to)` that can take no further stay.
  [[nodiscard]] std::optional<date> first_full_night(date from, date to) const noexcept;
};

/// An open reservation's claim on a room for the nights `[arrival, departure)`.
struct room_claim {
  date arrival;
  date departure;
  std::string reservation;
  friend auto operator<=>(const room_claim&, const room_claim&) = default;
};

struct room {
  name id;
  room_type_index type;
  room_status status = room_status::clean;
  version own_version;
  bool is_retired = false;
  night_set out_of_order;          ///< Of a retired one every night from its retirement on.
  std::string occupant;            ///< The reservation whose guest is in it; empty when nobody is.
  timestamp occupied_since;        ///< When that guest was checked in.
  std::vector<room_claim> claims;  ///< Sorted; the occupant's is among them.
};

/// Behind every night that can be booked: what is out of order for good is so until then.
inline constexpr date end_of_nights{std::chrono::year{9999} / 12 / 31};

enum class stay_status : std::uint8_t { held, confirmed, in_house };
BOOST_DESCRIBE_ENUM(stay_status, held, confirmed, in_house)

/// The status's name on the wire.
[[nodiscard]] std::string_view name_of(stay_status status) noexcept;

/// An open reservation.
struct stay {
  stay_status status = stay_status::confirmed;
  room_type_index type;  ///< The type its nights count on: as booked, from check-in on the room's.
  date arrival;
  date departure;
  std::optional<room_index> room;
  packed_details details;
  std::int64_t charged = 0;  ///< Within `folio_limit` either way.
  std::int64_t paid = 0;     ///< Within `folio_limit` either way.
  version own_version;
};

/// Neither the charges nor the payments of one stay exceed this, so that their difference cannot
/// overflow. It takes a million of the largest postings to get there.
inline constexpr std::int64_t folio_limit = 1'000'000'000'000'000'000;

/// Decisions keep the sums of a folio within the limit; here that is made sure of.
void add_to(std::int64_t& sum, std::int64_t amount) noexcept;

/// One hotel. Default-made it is not registered.
class state {
 public:
  version own_version;  ///< 0 until the hotel is registered.
  std::string zone_name;
  const ::date::time_zone* zone = nullptr;  ///< Of `zone_name`, looked up once.
  hotel::currency currency;
  std::optional<date> audited;  ///< The last day whose books are closed.

  [[nodiscard]] bool is_registered() const noexcept { return own_version != version(); }

  [[nodiscard]] const std::vector<room_type>& room_types() const noexcept { return room_types_; }
  [[nodiscard]] const std::vector<room>& rooms() const noexcept { return rooms_; }
  [[nodiscard]] const by_name<stay>& stays() const noexcept { return stays_; }

  [[nodiscard]] std::optional<room_type_index> find_room_type(std::string_view id) const;
  /// Retired ones, too: their names stay in use.
  [[nodiscard]] std::optional<room_index> find_room(std::string_view id) const;
  [[nodiscard]] std::optional<room_index> find_room_in_service(std::string_view id) const;
  /// Null when there is none, or it is closed. The pointer lives until the state changes.
  [[nodiscard]] const stay* find_stay(std::string_view reservation) const;
  [[nodiscard]] stay* find_stay(std::string_view reservation);
  /// When a held reservation's time is up; nothing for one that is not held.
  [[nodiscard]] std::optional<timestamp> expiry_of(std::string_view reservation) const;

  /// The terms on which the plan is sold now; null when there is no such plan.
  [[nodiscard]] const rate_terms* find_rate_plan(std::string_view rate_plan) const;
  /// The terms the reservation was booked on; null when it is not one of a plan.
  [[nodiscard]] const rate_terms* terms_of(std::string_view reservation) const {
    return terms_.empty() ? nullptr : find_terms(reservation);
  }
  [[nodiscard]] const room_blocks& blocks() const noexcept { return blocks_; }
  [[nodiscard]] room_blocks& blocks() noexcept { return blocks_; }
  [[nodiscard]] const waitlist& waiting() const noexcept { return waiting_; }
  [[nodiscard]] waitlist& waiting() noexcept { return waiting_; }
  [[nodiscard]] const ended_stays& ended() const noexcept { return ended_; }
  [[nodiscard]] ended_stays& ended() noexcept { return ended_; }
  [[nodiscard]] const by_name<rate_terms>& rate_plans() const noexcept { return rate_plans_; }
  [[nodiscard]] const by_name<rate_terms>& terms() const noexcept { return terms_; }

  [[nodiscard]] const room_type& at(room_type_index index) const {
    return room_types_[index.value()];
  }
  [[nodiscard]] room_type& at(room_type_index index) { return room_types_[index.value()]; }
  [[nodiscard]] const room& at(room_index index) const { return rooms_[index.value()]; }
  [[nodiscard]] room& at(room_index index) { return rooms_[index.value()]; }

  /// False, and nothing changed, when the name is in use.
  bool add(room_type added);
  /// False, and nothing changed, when the name is in use or the type unknown. Its claims are not
  /// looked at.
  bool add(room added);
  /// Null, and nothing changed, when the name is in use. Neither nights nor a room are taken. The
  /// pointer lives until the state changes.
  stay* add(std::string_view reservation, stay added);

  /// The reservation is held until then.
  void hold(std::string_view reservation, stay& holding, timestamp expires_at);
  /// It is held no more but confirmed.
  void confirm(std::string_view reservation, stay& confirming);
  /// Its nights become `[arrival, departure)` of that type, in the room it has, if any, as well.
  void move_nights(std::string_view reservation, stay& moving, room_type_index type, date arrival,
                   date departure);
  /// The plan is sold on these terms from now on.
  void sell(std::string_view rate_plan, const rate_terms& terms);
  /// The reservation was booked on these terms.
  void agree(std::string_view reservation, const rate_terms& terms);

  /// It ends so: gives back its nights and its room, and is kept for a while in `ended()`.
  void end(std::string_view reservation, ending how, timestamp since);
  /// The reservation has the room, and from that moment on its guest is in it.
  void occupy(std::string_view reservation, room_index into, timestamp since);
  /// The guest is in the room no more; the reservation keeps it.
  void vacate(room_index left);

  /// From the night on its guest is in that room, and its nights count on the room's type.
  void move_guest(std::string_view reservation, stay& moving, room_index into, date from);
  /// All nights before are charged, though the stay ends earlier.
  void charge_until(std::string_view reservation, date end);
  /// Up to which night more is charged than the stay has; nothing for nearly all.
  [[nodiscard]] std::optional<date> charged_until(std::string_view reservation) const;
  /// The same as a snapshot tells it, of a guest whose nights were counted already.
  void restore_move(std::string_view reservation, date from);
  /// From which night on the guest is in the room; nothing if it was the first.
  [[nodiscard]] std::optional<date> moved_on(std::string_view reservation) const;

  /// All its nights can be taken by others.
  void return_nights(const stay& returning);

  /// Takes the room out of order on these nights, too.
  void take_out_of_order(room_index which, night_span nights);
  /// Puts the room in order from the night on.
  void return_to_service(room_index which, date from);

  /// Makes the room that of the reservation, in place of the one it had.
  void claim_room(std::string_view reservation, stay& claiming, room_index wanted);
  /// Leaves the reservation without a room.
  void give_up_room(std::string_view reservation, stay& giving);
  /// Forgets the reservation and its claim on a room. Its nights stay taken.
  void forget(std::string_view reservation);

 private:
  /// The claim of a stay on its room, up to its departure.
  [[nodiscard]] room_claim claim_of(std::string_view reservation, const stay& claiming) const;
  /// Counts the room's nights out of order on its type, that many times.
  void count_out_of_service(const room& which, std::int64_t rooms);
  void forget_expiry(std::string_view reservation);
  [[nodiscard]] const rate_terms* find_terms(std::string_view reservation) const;

  std::vector<room_type> room_types_;
  std::vector<room> rooms_;
  by_name<room_type_index> room_type_places_;
  by_name<room_index> room_places_;
  by_name<stay> stays_;
  by_name<timestamp> expiries_;  ///< Of the held ones, which are few: confirmed ones pay nothing.
  by_name<rate_terms> rate_plans_;
  by_name<date> moved_on_;  ///< Of the guests in house who were moved.
  by_name<date> charged_until_;  ///< Of the guests in house who stayed past their departure.
  room_blocks blocks_;
  waitlist waiting_;
  ended_stays ended_;
  by_name<rate_terms> terms_;  ///< Of the reservations booked on a plan.
};

}  // namespace jumak::hotel
