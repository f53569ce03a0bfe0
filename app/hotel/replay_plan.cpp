#include "app/hotel/replay_plan.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>

namespace jumak::app::client {
namespace {

using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr std::uint32_t ample_rooms = 1'000;
/// Room names have four digits.
constexpr std::uint32_t rooms_max = 9'999;
constexpr sys_days set_up_day =
    std::chrono::year(2010) / std::chrono::January / std::chrono::day(1);
/// Moments of the day, in UTC.
constexpr hours booking_hour{10}, payment_hour{11}, cancel_hour{12}, arrival_hour{15},
    same_day_payment_hour{20}, no_show_hour{22};
/// The longest stay that can be booked.
constexpr std::int64_t nights_max = 366;

/// Whether the hotel's rules let this booking be made, rooms aside.
bool can_be_made(const booking& row) {
  const std::int64_t guests = row.adults + row.children + row.infants;
  return row.nights > 0 && row.nights <= nights_max && guests > 0 && guests <= guests_a_room &&
         row.rate_cents >= 0;
}

std::vector<std::string> room_types_of(const std::vector<booking>& bookings) {
  std::set<std::string> types;
  for (const booking& row : bookings) {
    types.insert(row.reserved_type);
    types.insert(row.assigned_type);
  }
  return {types.begin(), types.end()};
}

/// Collects the commands of a plan in the order of the rows.
class planner {
 public:
  explicit planner(replay_plan& plan) : plan_(plan) {}

  void add_set_up() {
    const sys_seconds time = set_up_day;
    plan_.commands.push_back({time, planned_type::register_hotel});
    const auto types = static_cast<std::uint32_t>(plan_.room_types.size());
    for (std::uint32_t type = 0; type < types; ++type) {
      plan_.commands.push_back({time, planned_type::define_room_type, 0, 0, type});
    }
    for (std::uint32_t type = 0; type < types; ++type) {
      for (std::uint32_t first = 1; first <= plan_.options.rooms_a_type; first += rooms_a_command) {
        plan_.commands.push_back({time, planned_type::add_rooms, 0, first, type});
      }
    }
  }

  void add_row(std::uint32_t index) {
    const booking& row = plan_.bookings[index];
    const bool whole_stays = plan_.options.size == sizing::ample;
    const sys_seconds booked = row.booked + booking_hour;
    if (whole_stays) {
      add(booked, planned_type::register_guest, index);
    }
    add(booked, planned_type::make_reservation, index);
    if (!can_be_made(row)) {
      return;
    }
    switch (row.end) {
      case booking_end::cancelled:
        add(row.ended + cancel_hour, planned_type::cancel_reservation, index);
        break;
      case booking_end::no_show:
        add(row.ended + no_show_hour, planned_type::mark_no_show, index);
        break;
      case booking_end::checked_out:
        if (whole_stays) {
          add_stay(row, index);
        }
        break;
    }
  }

 private:
  void add(sys_seconds time, planned_type type, std::uint32_t index) {
    plan_.commands.push_back({time, type, index});
  }

  void add_stay(const booking& row, std::uint32_t index) {
    add(row.arrival + arrival_hour, planned_type::assign_room, index);
    add(row.arrival + arrival_hour, planned_type::check_in, index);
    const sys_seconds leaves =
        row.ended + (row.ended == row.arrival ? same_day_payment_hour : payment_hour);
    if (row.rate_cents != 0) {
      add(leaves, planned_type::post_payment, index);
    }
    add(leaves, planned_type::check_out, index);
    add(leaves, planned_type::set_room_status, index);
  }

  replay_plan& plan_;
};

/// Walks through the ordered commands as the hotel will and says who gets which room.
class room_keeper {
 public:
  explicit room_keeper(replay_plan& plan) : plan_(plan) {
    for (const std::string& type : plan.room_types) {
      std::vector<std::uint32_t> numbers(plan.options.rooms_a_type);
      std::iota(numbers.begin(), numbers.end(), 1U);
      free_.emplace(type, numbers_free(std::greater<>(), std::move(numbers)));
    }
  }

  result<void> assign_all() {
    for (planned_command& command : plan_.commands) {
      if (command.type == planned_type::assign_room) {
        numbers_free& numbers = free_.at(type_of(command));
        if (numbers.empty()) {
          return failure(errc::bad_configuration, "row " + row_of(command) + ": all " +
                                                      std::to_string(ample_rooms) +
                                                      " rooms of type " + type_of(command) +
                                                      " are taken; replay a part of the file.");
        }
        taken_[command.booking] = numbers.top();
        numbers.pop();
      }
      if (const auto held = taken_.find(command.booking);
          held != taken_.end() && plan_.is_for_hotel(command)) {
        command.room = held->second;
        if (command.type == planned_type::check_out) {
          free_.at(type_of(command)).push(held->second);
        }
      }
    }
    return {};
  }

 private:
  using numbers_free =
      std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>>;

  const std::string& type_of(const planned_command& command) const {
    return plan_.bookings[command.booking].assigned_type;
  }
  std::string row_of(const planned_command& command) const {
    return std::to_string(plan_.bookings[command.booking].number);
  }

  replay_plan& plan_;
  std::map<std::string, numbers_free> free_;
  std::unordered_map<std::uint32_t, std::uint32_t> taken_;  // by booking
};

}  // namespace

result<replay_plan> make_plan(std::vector<booking> bookings, plan_options options) {
  if (options.size == sizing::ample) {
    options.rooms_a_type = ample_rooms;
  }
  if (options.rooms_a_type == 0 || options.rooms_a_type > rooms_max) {
    return failure(errc::bad_configuration,
                   "--tight needs a number of rooms from 1 to " + std::to_string(rooms_max) + ".");
  }
  for (const booking& row : bookings) {
    if (can_be_made(row) && row.end == booking_end::checked_out && row.ended < row.arrival) {
      return failure(errc::malformed, "row " + std::to_string(row.number) +
                                          " checks out before it arrives; mend the file.");
    }
  }
  replay_plan plan{std::move(options), std::move(bookings), {}, {}};
  plan.room_types = room_types_of(plan.bookings);
  planner collect(plan);
  collect.add_set_up();
  const auto set_up_count = static_cast<std::ptrdiff_t>(plan.commands.size());
  for (std::uint32_t index = 0; index < plan.bookings.size(); ++index) {
    collect.add_row(index);
  }
  std::sort(plan.commands.begin() + set_up_count, plan.commands.end(),
            [](const planned_command& a, const planned_command& b) {
              return std::tie(a.time, a.booking, a.type) < std::tie(b.time, b.booking, b.type);
            });
  room_keeper rooms(plan);
  if (auto done = rooms.assign_all(); !done) {
    return tl::unexpected(done.error());
  }
  return plan;
}

}  // namespace jumak::app::client
