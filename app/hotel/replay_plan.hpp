#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/hotel/booking.hpp"

namespace jumak::app::client {

/// How many rooms the replayed hotel gets.
enum class sizing : std::uint8_t {
  /// 1,000 of each type, so that nothing is refused for want of a room; stays are played in full.
  ample,
  /// A given number of each type; only bookings, cancellations and no-shows are sent.
  tight,
};

struct plan_options {
  /// The hotel's title, as the file's column `hotel` has it.
  std::string title = "Resort Hotel";
  /// The hotel's name here: the aggregate is `hotel/<name>`, and ids begin with it.
  std::string name = "resort";
  sizing size = sizing::ample;
  /// Of each type, 1 to 9,999; `ample` makes it 1,000.
  std::uint32_t rooms_a_type = 0;
};

/// One AddRooms names at most so many rooms.
inline constexpr std::uint32_t rooms_a_command = 300;
/// The guests a room of any type takes, the infants included.
inline constexpr std::int64_t guests_a_room = 60;

/// What is sent for a row, in the order in which commands of one moment and row go out.
enum class planned_type : std::uint8_t {
  register_hotel,
  define_room_type,
  add_rooms,
  register_guest,
  make_reservation,
  cancel_reservation,
  mark_no_show,
  assign_room,
  check_in,
  post_payment,
  check_out,
  set_room_status,
};

/// The command's name on the wire, like `MakeReservation`.
[[nodiscard]] std::string_view name_of(planned_type type) noexcept;

/// One command of a plan, without what its booking already says.
struct planned_command {
  std::chrono::sys_seconds time;
  planned_type type = planned_type::register_hotel;
  /// Index into the plan's bookings; of commands that set up the hotel, 0.
  std::uint32_t booking = 0;
  /// The room's number within its type; of add_rooms the first of the rooms.
  std::uint32_t room = 0;
  /// Of define_room_type and add_rooms: index into the plan's room types.
  std::uint32_t room_type = 0;
};

/// Everything a replay sends, in order. Pure: the same rows and options give the same plan.
struct replay_plan {
  plan_options options;
  std::vector<booking> bookings;
  /// Each type found as reserved or assigned, ascending.
  std::vector<std::string> room_types;
  std::vector<planned_command> commands;

  [[nodiscard]] std::string id_of(const planned_command& command) const;
  /// Whether the command goes to the hotel; else it goes to a guest of its own.
  [[nodiscard]] static bool is_for_hotel(const planned_command& command) noexcept {
    return command.type != planned_type::register_guest;
  }
  /// The command as JSON, ready to send.
  [[nodiscard]] std::string frame_of(const planned_command& command) const;
};

/// Orders the commands by time, then row, then `planned_type`. Commands that follow a booking the
/// rules refuse (no night, no guest, a negative rate) are left out; the booking itself is sent.
/// Each stay gets the lowest room of its assigned type that nobody is in. `bad_configuration` if
/// 1,000 rooms of a type are too few, or tight without rooms.
[[nodiscard]] result<replay_plan> make_plan(std::vector<booking> bookings, plan_options options);

}  // namespace jumak::app::client
