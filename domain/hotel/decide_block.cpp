#include "domain/hotel/booking_rules.hpp"
#include "domain/hotel/business_day.hpp"
#include "domain/hotel/decide.hpp"
#include "domain/hotel/refusals.hpp"

namespace jumak::hotel {
namespace {

/// The first night that has fewer places left than the block wants.
std::optional<date> night_too_full(const room_type& type, const create_block& asked) {
  for (date night = asked.from; night < asked.to; night = night.plus_days(1)) {
    if (type.taken.on(night) + asked.rooms.integer() > type.capacity_on(night)) {
      return night;
    }
  }
  return std::nullopt;
}

/// The nights of a block, and when it is cut off: tomorrow at the earliest, within its nights.
std::optional<refusal> refuse_block(const situation& now, const create_block& asked) {
  if (auto refused = refuse_new_nights(now, asked.from, asked.to)) {
    return refused;
  }
  if (asked.cut_off <= now.today || asked.cut_off >= asked.to) {
    return invalid_cut_off(asked.cut_off, now.today, asked.to);
  }
  return refuse_rate(asked.rate);
}

/// The first night of the stay of which the block has no room left.
std::optional<date> first_gone(const room_block& block, date arrival, date departure) {
  for (date night = arrival; night < departure; night = night.plus_days(1)) {
    if (block.left_on(night) == 0) {
      return night;
    }
  }
  return std::nullopt;
}

std::optional<refusal> refuse_pick_up(const situation& now, const pick_up_from_block& asked,
                                      const room_block& block) {
  if (auto refused = refuse_new_nights(now, asked.arrival, asked.departure)) {
    return refused;
  }
  if (asked.arrival < block.from || asked.departure > block.to()) {
    return outside_block(asked.block, block);
  }
  const room_type& type = now.hotel.at(room_type_index(block.type));
  if (auto refused = refuse_guests(asked.reservation, type, with_defaults(asked.guests))) {
    return refused;
  }
  if (const auto night = first_gone(block, asked.arrival, asked.departure)) {
    return block_is_full(asked.block, *night);
  }
  return std::nullopt;
}

}  // namespace

decision<event> decide_on(const situation& now, const create_block& asked) {
  const auto type = now.hotel.find_room_type(asked.room_type.text());
  if (!type) {
    return unknown_room_type(asked.room_type);
  }
  if (now.hotel.blocks().find(asked.block.text()) != nullptr) {
    return block_exists(asked.block, "open");
  }
  if (auto refused = refuse_block(now, asked)) {
    return *std::move(refused);
  }
  if (const auto night = night_too_full(now.hotel.at(*type), asked)) {
    return no_availability(now.hotel.at(*type), *night);
  }
  return std::vector<event>{block_created{
      asked.block, asked.title, asked.room_type, asked.from, asked.to, asked.rooms, asked.cut_off,
      asked.rate, start_of_day(now.hotel.zone, asked.cut_off)}};
}

decision<event> decide_on(const situation& now, const pick_up_from_block& asked) {
  const room_block* block = now.hotel.blocks().find(asked.block.text());
  if (block == nullptr) {
    return unknown_block(asked.block);
  }
  if (auto refused = refuse_name_in_use(now, asked.reservation)) {
    return *std::move(refused);
  }
  if (auto refused = refuse_pick_up(now, asked, *block)) {
    return *std::move(refused);
  }
  const room_type& type = now.hotel.at(room_type_index(block->type));
  // The block gives first, so that no night is taken twice at any position.
  return std::vector<event>{
      block_picked_up{asked.block, asked.reservation, asked.arrival, asked.departure},
      as_booked<reservation_made>(
          now, asked, type, asked.arrival, block->rate,
          priced_nights(type, asked.arrival, asked.departure, block->rate))};
}

decision<event> decide_on(const situation& now, const release_block& asked) {
  if (now.hotel.blocks().find(asked.block.text()) == nullptr) {
    return unknown_block(asked.block);
  }
  return std::vector<event>{block_released{asked.block}};
}

decision<event> decide_on(const situation& now, const cut_off_block& asked) {
  const room_block* block = now.hotel.blocks().find(asked.block.text());
  if (block == nullptr || now.moment < block->cut_off_at) {
    return std::vector<event>{};
  }
  return std::vector<event>{block_cut_off{asked.block}};
}

}  // namespace jumak::hotel
