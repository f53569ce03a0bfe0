#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "core/pack.hpp"

/// How an event that was stored by an earlier version is read: schema n becomes schema n + 1, one step after the
/// other, until it is the struct the rules know. What is in the log is never written anew.
///
///   struct room_added_1 {                               // As it was released; it never changes.
///     static constexpr std::string_view type = "RoomAdded";
///     static constexpr unsigned schema = 1;
///     name room;
///   };
///   struct room_added {
///     static constexpr std::string_view type = "RoomAdded";
///     static constexpr unsigned schema = 2;
///     using earlier = room_added_1;
///     [[nodiscard]] static room_added upcast(const room_added_1& before) { return {before.room, floor_unknown}; }
///     name room;
///     floor_number floor;
///   };
///
/// Every struct of a schema above 1 names the one before it, so a chain reaches down to 1 or does not compile.
namespace jumak {

/// An event that says how the schema before it becomes this one: a pure and total function, for the log has
/// whatever it has.
template <class Event>
concept upcast_event = requires(const typename Event::earlier& before) {
  { Event::upcast(before) } -> std::same_as<Event>;
  requires Event::earlier::schema + 1 == Event::schema;
  requires Event::earlier::type == Event::type;
};

enum class stored_form : std::uint8_t {
  read,
  unknown_schema,  ///< None that this version knows; it was written by a newer one.
  misfit,          ///< The bytes are not of the schema they say.
};

/// Reads the packed bytes of an event of that type, written with any schema up to its own. After anything but
/// `read` the value is half read.
template <class Event>
[[nodiscard]] stored_form unpack_stored(std::uint32_t schema, std::string_view bytes, Event& value) {
  static_assert(Event::schema == 1 || upcast_event<Event>,
                "an event of schema n > 1 has `earlier`, its struct of schema n - 1, and `upcast`");
  if (schema == Event::schema) return unpack_whole(bytes, value) ? stored_form::read : stored_form::misfit;
  if constexpr (Event::schema > 1) {
    typename Event::earlier before;
    const stored_form form = unpack_stored(schema, bytes, before);
    if (form == stored_form::read) value = Event::upcast(before);
    return form;
  } else {
    return stored_form::unknown_schema;
  }
}

}  // namespace jumak
