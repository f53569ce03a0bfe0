#include "domain/hotel/evolve.hpp"

#include <algorithm>
#include <utility>

namespace jumak::hotel {
namespace {

constexpr std::int64_t nights_max = 366;

night_counts& taken_by(state& hotel, const room_block& block) {
  return hotel.at(room_type_index(block.type)).taken;
}

/// Everybody may have what is left.
void close(state& hotel, const name& block) {
  const room_block* closing = hotel.blocks().find(block.text());
  if (closing == nullptr) {
    return;
  }
  for (date night = closing->from; night < closing->to(); night = night.plus_days(1)) {
    taken_by(hotel, *closing).remove(night, closing->left_on(night));
  }
  hotel.blocks().close(block.text());
}

std::uint32_t& left_on(room_block& block, date night) {
  return block.left[static_cast<std::size_t>(days_between(block.from, night))];
}

/// Calls `use(left, night)` for each night of the stay that is one of the block's.
template <class Event, class Use>
void for_each_shared_night(room_block& block, const Event& stay, Use&& use) {
  const date end = std::min(stay.departure, block.to());
  for (date night = std::max(stay.arrival, block.from); night < end; night = night.plus_days(1)) {
    use(left_on(block, night), night);
  }
}

}  // namespace

void apply(state& hotel, const block_created& happened, const event_context& around) {
  const auto type = hotel.find_room_type(happened.room_type.text());
  const std::int64_t nights = days_between(happened.from, happened.to);
  if (!type || nights < 1 || nights > nights_max) {
    return;
  }
  const auto rooms = static_cast<std::uint32_t>(happened.rooms.integer());
  room_block added{type->value(),
                   happened.from,
                   std::vector<std::uint32_t>(static_cast<std::size_t>(nights), rooms),
                   happened.rate,
                   happened.cut_off_at,
                   around.stream_version};
  if (!hotel.blocks().add(happened.block.text(), std::move(added))) {
    return;
  }
  for (date night = happened.from; night < happened.to; night = night.plus_days(1)) {
    hotel.at(*type).taken.add(night, rooms);
  }
}

void apply(state& hotel, const block_picked_up& happened, const event_context& around) {
  room_block* block = hotel.blocks().find(happened.block.text());
  if (block == nullptr) {
    return;
  }
  for_each_shared_night(*block, happened, [&](std::uint32_t& left, date night) {
    if (left > 0) {
      --left;
      taken_by(hotel, *block).remove_one(night);
    }
  });
  hotel.blocks().pick_up(happened.block.text(), happened.reservation.text());
  block->own_version = around.stream_version;
}

void apply(state& hotel, const block_returned& happened, const event_context& around) {
  room_block* block = hotel.blocks().find(happened.block.text());
  if (block == nullptr) {
    return;
  }
  for_each_shared_night(*block, happened, [&](std::uint32_t& left, date night) {
    ++left;
    taken_by(hotel, *block).add_one(night);
  });
  block->own_version = around.stream_version;
}

void apply(state& hotel, const block_released& happened, const event_context&) {
  close(hotel, happened.block);
}

void apply(state& hotel, const block_cut_off& happened, const event_context&) {
  close(hotel, happened.block);
}

}  // namespace jumak::hotel
