#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"
#include "domain/fields.hpp"

/// ListBlocks: what a hotel keeps, or kept, for groups, by block.
namespace jumak::hotel::views {

enum class block_status : std::uint8_t { open, released, cut_off };
BOOST_DESCRIBE_ENUM(block_status, open, released, cut_off)

/// What nobody has picked up of a night.
struct night_left {
  date night;
  std::int64_t rooms = 0;
};
BOOST_DESCRIBE_STRUCT(night_left, (), (night, rooms))

struct block_item {
  std::string block;
  std::string title;
  block_status status{};
  std::string room_type;
  date from;
  date to;
  std::int64_t rooms = 0;  ///< On each night, as it was created.
  date cut_off;
  std::optional<money> rate;
  std::int64_t picked_up = 0;    ///< Reservations, less those that went back.
  std::vector<night_left> left;  ///< Empty of one that is not open.
};
BOOST_DESCRIBE_STRUCT(block_item, (),
                      (block, title, status, room_type, from, to, rooms, cut_off, rate, picked_up,
                       left))

struct list_blocks {
  static constexpr std::string_view type = "ListBlocks";
  using answer = page<block_item>;
  name hotel;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(list_blocks, (), (hotel, limit, cursor))

}  // namespace jumak::hotel::views
