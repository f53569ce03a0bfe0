#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace jumak::bench {

/// The commands that make the world of `bookings`: hotels with their room types and rooms, and
/// guests.
class bookings_setup {
 public:
  static constexpr std::size_t hotel_width = 3;
  static constexpr std::size_t guest_width = 4;
  /// Names in one AddRooms: its events stay far below the 512 KiB a command may make.
  static constexpr std::size_t rooms_a_command = 500;

  bookings_setup(std::string prefix, std::size_t hotels, std::size_t room_types, std::size_t rooms,
                 std::size_t guests);

  /// In the order in which they must be decided.
  [[nodiscard]] std::vector<std::string> commands();

 private:
  void add(std::string_view type, const std::string& aggregate, const std::string& data);
  void add_hotel(std::size_t hotel);
  void add_rooms(const std::string& aggregate, std::size_t room_type);

  std::string prefix_;
  std::size_t hotels_;
  std::size_t room_types_;
  std::size_t rooms_;
  std::size_t guests_;
  std::vector<std::string> commands_;
};

}  // namespace jumak::bench
