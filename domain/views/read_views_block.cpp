#include "domain/views/paging.hpp"
#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

void read_views::on(const block_created& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const block_row& row = blocks_.add(hotel, type_of(hotel, happened.room_type), happened);
  for (day_number night = row.from; night < row.to(); ++night) {
    inventory_.block(hotel, row.type, night, static_cast<std::int32_t>(row.rooms));
  }
}

void read_views::on(const block_picked_up& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const block_row& row = blocks_.pick_up(hotel, happened);
  for (day_number night = day_of(happened.arrival); night < day_of(happened.departure); ++night) {
    inventory_.block(hotel, row.type, night, -1);
  }
}

void read_views::on(const block_returned& happened, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  const block_row& row = blocks_.take_back(hotel, happened);
  for (day_number night = day_of(happened.arrival); night < day_of(happened.departure); ++night) {
    inventory_.block(hotel, row.type, night, 1);
  }
}

void read_views::on(const block_released& happened, const applied_event& around) {
  close(happened.block, block_status::released, around);
}

void read_views::on(const block_cut_off& happened, const applied_event& around) {
  close(happened.block, block_status::cut_off, around);
}

void read_views::close(const name& block, block_status status, const applied_event& around) {
  const hotel_number hotel = hotel_of(around);
  block_row& row = blocks_.row_of(hotel, block);
  row.status = status;
  for (day_number night = row.from; night < row.to(); ++night) {
    inventory_.block(hotel, row.type, night, -row.left_on(night));
  }
}

result<page<block_item>> read_views::ask(const list_blocks& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_of_map<block_item>(query, blocks_.of_hotel(*hotel), [&](const auto& entry) {
    const block_row& row = entry.second;
    block_item item{entry.first,       row.title, row.status,
                    hotels_[*hotel].types[index_of(row.type)].name,
                    date_of(row.from), date_of(row.to()), row.rooms, row.cut_off,
                    row.rate,          row.picked_up, {}};
    const std::size_t nights = row.status == block_status::open ? row.left.size() : 0;
    for (std::size_t place = 0; place < nights; ++place) {
      item.left.push_back({date_of(row.from + static_cast<day_number>(place)), row.left[place]});
    }
    return item;
  });
}

}  // namespace jumak::hotel
