#include "domain/views/blocks_view.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

constexpr views::hotel_number here{3};

TEST(BlocksView, AHotelWithoutBlocksHasNone) {
  const views::blocks_view view;
  EXPECT_TRUE(view.of_hotel(here).empty());
  EXPECT_EQ(view.block_of(here, "r-1"), "");
}

TEST(BlocksView, CountsWhatIsLeftByNight) {
  views::blocks_view view;
  block_created created;
  created.block = id("choir");
  created.from = day("2026-12-24");
  created.to = day("2026-12-26");
  created.rooms = block_rooms::from_integer(3).value();
  view.add(here, views::type_number{1}, created);
  view.pick_up(here, {id("choir"), id("r-1"), day("2026-12-25"), day("2026-12-26")});
  EXPECT_EQ(view.row_of(here, id("choir")).left, (std::vector<std::int32_t>{3, 2}));
  EXPECT_EQ(view.block_of(here, "r-1"), "choir");
  view.take_back(here, {id("choir"), id("r-1"), day("2026-12-25"), day("2026-12-26")});
  EXPECT_EQ(view.row_of(here, id("choir")).left, (std::vector<std::int32_t>{3, 3}));
  EXPECT_EQ(view.row_of(here, id("choir")).picked_up, 0);
}

}  // namespace
}  // namespace jumak::hotel::testing
