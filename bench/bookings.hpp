#pragma once

#include "bench/frame_template.hpp"
#include "bench/numbered_id.hpp"
#include "bench/workload.hpp"

#include <random>

namespace jumak::bench {

/// MakeReservation over many hotels in random order, stays of 1 to 3 nights over the next years,
/// none of them refused: each room type of each hotel takes its bookings night after night, so that
/// no night gets more than its rooms.
class bookings final : public workload {
 public:
  struct shape {
    std::size_t hotels;
    /// Rooms of each of the four types of each hotel; a multiple of `nights_max`.
    std::size_t rooms;
  };

  static constexpr std::size_t hotels_max = 999;
  static constexpr std::size_t room_types = 4;
  static constexpr std::size_t nights_max = 3;
  static constexpr std::size_t guests = 256;
  /// Nights of arrival, starting two days from now: within the five years a stay may lie ahead, in
  /// every time zone.
  static constexpr std::size_t arrival_days = 1'400;

  /// The least world that takes so many bookings, and never a small one. `hotels` is 1 to
  /// `hotels_max`.
  static shape sized_for(std::size_t hotels, std::uint64_t commands);

  bookings(std::string prefix, shape size, std::uint64_t seed = 1);

  [[nodiscard]] std::vector<std::string> setup() const override;
  std::string_view next(std::uint64_t slot, std::uint64_t number) override;
  [[nodiscard]] std::uint64_t capacity() const noexcept override;
  [[nodiscard]] std::string sample_reply() const override;

 private:
  [[nodiscard]] std::uint64_t capacity_of_one_type() const noexcept;
  std::size_t pick_type_with_room();

  std::string prefix_;
  shape size_;
  std::minstd_rand random_;
  /// Bookings so far of each room type of each hotel.
  std::vector<std::uint32_t> booked_;
  /// `YYYY-MM-DD` of each day on which a stay may begin or end.
  std::vector<std::string> dates_;

  frame_template frame_;
  numbered_id_fields id_;
  frame_template::field hotel_;
  frame_template::field reservation_;
  frame_template::field room_type_;
  frame_template::field arrival_;
  frame_template::field departure_;
  frame_template::field guest_;
};

}  // namespace jumak::bench
