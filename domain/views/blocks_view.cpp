#include "domain/views/blocks_view.hpp"

#include "core/assert.hpp"

namespace jumak::hotel::views {

block_row& blocks_view::add(hotel_number hotel, type_number type, const block_created& happened) {
  if (index_of(hotel) >= hotels_.size()) {
    hotels_.resize(index_of(hotel) + 1);
  }
  block_row& row = hotels_[index_of(hotel)].blocks[happened.block.text()];
  row.title = happened.title.text();
  row.type = type;
  row.from = day_of(happened.from);
  row.rooms = happened.rooms.integer();
  row.cut_off = happened.cut_off;
  row.rate = happened.rate;
  row.left.assign(static_cast<std::size_t>(days_between(happened.from, happened.to)),
                  static_cast<std::int32_t>(row.rooms));
  return row;
}

block_row& blocks_view::pick_up(hotel_number hotel, const block_picked_up& happened) {
  block_row& row = row_of(hotel, happened.block);
  ++row.picked_up;
  for (day_number night = day_of(happened.arrival); night < day_of(happened.departure); ++night) {
    --row.left_on(night);
  }
  hotels_[index_of(hotel)].picked_up[happened.reservation.text()] = happened.block.text();
  return row;
}

block_row& blocks_view::take_back(hotel_number hotel, const block_returned& happened) {
  block_row& row = row_of(hotel, happened.block);
  --row.picked_up;
  for (day_number night = day_of(happened.arrival); night < day_of(happened.departure); ++night) {
    ++row.left_on(night);
  }
  return row;
}

block_row& blocks_view::row_of(hotel_number hotel, const name& block) {
  JUMAK_ASSERT(index_of(hotel) < hotels_.size());
  const auto found = hotels_[index_of(hotel)].blocks.find(block.text());
  JUMAK_ASSERT(found != hotels_[index_of(hotel)].blocks.end());
  return found->second;
}

const blocks_view::rows& blocks_view::of_hotel(hotel_number hotel) const {
  return find(hotel).blocks;
}

std::string_view blocks_view::block_of(hotel_number hotel, std::string_view reservation) const {
  const auto& all = find(hotel).picked_up;
  const auto found = all.find(reservation);
  return found == all.end() ? std::string_view() : found->second;
}

const blocks_view::hotel_blocks& blocks_view::find(hotel_number hotel) const {
  static const hotel_blocks none;
  return index_of(hotel) < hotels_.size() ? hotels_[index_of(hotel)] : none;
}

}  // namespace jumak::hotel::views
