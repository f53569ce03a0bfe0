#pragma once

#include <boost/describe.hpp>
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
#include "domain/hotel/night_counts.hpp"
#include "domain/hotel/rate_plan.hpp"

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
  std::uint32_t rooms = 0;
  night_counts taken;  ///< By confirmed and in-house stays; a night stayed remains taken.

  [[nodiscard]] money rate_on(date night) const noexcept {
    return rates.on(night).value_or(base_rate);
  }
  /// How many stays the night can hold in all.
  [[nodiscard]] std::uint32_t capacity_on(date) const noexcept { return rooms; }
  [[nodiscard]] bool is_full_on(date night) const noexcept {
    return taken.on(night) >= capacity_on(night);
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
  std::string occupant;            ///< The reservation whose guest is in it; empty when nobody is.
  std::vector<room_claim> claims;  ///< Sorted; the occupant's is among them.
};

enum class stay_status : std::uint8_t { confirmed, in_house };
BOOST_DESCRIBE_ENUM(stay_status, confirmed, in_house)

/// The status's name on the wire.
[[nodiscard]] std::string_view name_of(stay_status status) noexcept;

/// An open reservation.
struct stay {
  stay_status status = stay_status::confirmed;
  room_type_index type;  ///< The type its nights count on: as booked, from check-in on the room's.
  date arrival;
  date departure;
  std::optional<room_index> room;
  std::int64_t nights_total = 0;  ///< The sum of the nightly rates.
  std::int64_t charged = 0;       ///< Within `folio_limit` either way.
  std::int64_t paid = 0;          ///< Within `folio_limit` either way.
  version own_version;
};

/// Neither the charges nor the payments of one stay exceed this, so that their difference cannot
/// overflow. It takes a million of the largest postings to get there.
inline constexpr std::int64_t folio_limit = 1'000'000'000'000'000'000;

/// One hotel. Default-made it is not registered.
class state {
 public:
  version own_version;  ///< 0 until the hotel is registered.
  std::string zone_name;
  const ::date::time_zone* zone = nullptr;  ///< Of `zone_name`, looked up once.
  hotel::currency currency;

  [[nodiscard]] bool is_registered() const noexcept { return own_version != version(); }

  [[nodiscard]] const std::vector<room_type>& room_types() const noexcept { return room_types_; }
  [[nodiscard]] const std::vector<room>& rooms() const noexcept { return rooms_; }
  [[nodiscard]] const by_name<stay>& stays() const noexcept { return stays_; }

  [[nodiscard]] std::optional<room_type_index> find_room_type(std::string_view id) const;
  [[nodiscard]] std::optional<room_index> find_room(std::string_view id) const;
  /// Null when there is none, or it is closed. The pointer lives until the state changes.
  [[nodiscard]] const stay* find_stay(std::string_view reservation) const;
  [[nodiscard]] stay* find_stay(std::string_view reservation);

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
  /// False, and nothing changed, when the name is in use. Neither nights nor a room are taken.
  bool add(std::string_view reservation, stay added);

  /// Makes the room that of the reservation, in place of the one it had.
  void claim_room(std::string_view reservation, stay& claiming, room_index wanted);
  /// Leaves the reservation without a room.
  void give_up_room(std::string_view reservation, stay& giving);
  /// Forgets the reservation and its claim on a room. Its nights stay taken.
  void forget(std::string_view reservation);

 private:
  std::vector<room_type> room_types_;
  std::vector<room> rooms_;
  by_name<room_type_index> room_type_places_;
  by_name<room_index> room_places_;
  by_name<stay> stays_;
};

}  // namespace jumak::hotel
