#include <algorithm>
#include <chrono>

#include "tests/domain/hotel/naive_hotel.hpp"

namespace jumak::hotel::testing {

std::int64_t naive_hotel::blocked(const std::string& type, date night) const {
  std::int64_t rooms = 0;
  for (const auto& [block, one] : blocks_) {
    const auto left = one.left.find(night);
    rooms += one.status == "open" && one.type == type && left != one.left.end() ? left->second : 0;
  }
  return rooms;
}

std::string naive_hotel::block_status_at(const std::string& block, timestamp now) const {
  const auto found = blocks_.find(block);
  if (found == blocks_.end()) {
    return {};
  }
  return found->second.status == "open" && found->second.cut_off_at <= now ? "cut_off"
                                                                           : found->second.status;
}

std::string naive_hotel::foretell_block(const create_block& asked, timestamp now) const {
  const std::string status = block_status_at(asked.block.text(), now);
  if (!status.empty() && status != "open") {
    return "already_exists";
  }
  const std::string type = asked.room_type.text();
  if (!max_guests_.contains(type)) {
    return "unknown_room_type";
  }
  if (!status.empty()) {
    return "already_exists";
  }
  const auto nights = nights_between(asked.from, asked.to);
  if (nights.empty() || asked.from < today(now).plus_days(-1)) {
    return "invalid_stay";
  }
  if (asked.cut_off <= today(now) || asked.cut_off >= asked.to) {
    return "invalid_cut_off";
  }
  if (asked.rate && asked.rate->integer() < 0) {
    return "invalid_rate";
  }
  const bool is_too_full = std::ranges::any_of(nights, [&](date night) {
    return taken(type, night) + asked.rooms.integer() > capacity(type, night);
  });
  return is_too_full ? "no_availability" : "accepted";
}

std::string naive_hotel::foretell_pick_up(const pick_up_from_block& asked, timestamp now) const {
  const auto found = reservations_.find(asked.reservation.text());
  const bool is_known = found != reservations_.end();
  if (is_known && !is_in_the_way(found->second, now)) {
    return "already_exists";
  }
  const std::string status = block_status_at(asked.block.text(), now);
  if (status != "open") {
    return status.empty() ? "unknown_block" : "block_closed";
  }
  if (is_known) {
    return "already_exists";
  }
  const auto nights = nights_between(asked.arrival, asked.departure);
  if (nights.empty() || asked.arrival < today(now).plus_days(-1)) {
    return "invalid_stay";
  }
  const group& block = blocks_.at(asked.block.text());
  if (std::ranges::any_of(nights, [&](date night) { return !block.left.contains(night); })) {
    return "outside_block";
  }
  const std::int64_t guests = asked.guests.adults.integer() +
                              asked.guests.infants.value_or(guest_count()).integer();
  if (guests == 0 || guests > max_guests_.at(block.type)) {
    return guests == 0 ? "no_guests" : "too_many_guests";
  }
  const bool is_gone =
      std::ranges::any_of(nights, [&](date night) { return block.left.at(night) == 0; });
  return is_gone ? "block_full" : "accepted";
}

void naive_hotel::learn_from(const block_created& happened, timestamp) {
  expect(!blocks_.contains(happened.block.text()), "a block's name is never used again");
  group& block = blocks_[happened.block.text()];
  block.status = "open";
  block.type = happened.room_type.text();
  for (const date night : nights_between(happened.from, happened.to)) {
    block.left[night] = happened.rooms.integer();
    nights_seen_.insert(night);
  }
  block.rate = happened.rate;
  block.cut_off_at = happened.cut_off_at;
  expect(today(block.cut_off_at) == happened.cut_off &&
             today(block.cut_off_at - std::chrono::microseconds(1)) < happened.cut_off,
         "a block is cut off when the day begins");
}

void naive_hotel::learn_from(const block_picked_up& happened, timestamp) {
  group& block = blocks_[happened.block.text()];
  expect(block.status == "open", "only an open block is picked up from");
  for (const date night : nights_between(happened.arrival, happened.departure)) {
    expect(block.left.contains(night) && block.left[night] > 0, "a block gives what it has");
    --block.left[night];
  }
  picked_from_ = happened.block.text();
}

void naive_hotel::learn_from(const block_returned& happened, timestamp now) {
  group& block = blocks_[happened.block.text()];
  reservation& one = reservations_[happened.reservation.text()];
  expect(block_status_at(happened.block.text(), now) == "open" && one.status == "cancelled" &&
             one.block == happened.block.text(),
         "a cancelled reservation goes back to the block it is from");
  for (const date night : nights_between(happened.arrival, happened.departure)) {
    ++block.left[night];
  }
  one.block.clear();
}

void naive_hotel::close_block(const name& which, const std::string& status) {
  group& block = blocks_[which.text()];
  expect(block.status == "open", "a block closes once");
  block.status = status;
}

void naive_hotel::learn_from(const block_released& happened, timestamp) {
  close_block(happened.block, "released");
}

void naive_hotel::learn_from(const block_cut_off& happened, timestamp now) {
  expect(blocks_[happened.block.text()].cut_off_at <= now, "cut off too early");
  close_block(happened.block, "cut_off");
}

}  // namespace jumak::hotel::testing
