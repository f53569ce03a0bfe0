#include "domain/hotel/room_blocks.hpp"

#include <utility>

namespace jumak::hotel {

const room_block* room_blocks::find(std::string_view block) const {
  const auto found = open_.find(block);
  return found == open_.end() ? nullptr : &found->second;
}

room_block* room_blocks::find(std::string_view block) {
  const auto found = open_.find(block);
  return found == open_.end() ? nullptr : &found->second;
}

bool room_blocks::add(std::string_view block, room_block added) {
  return open_.try_emplace(std::string(block), std::move(added)).second;
}

void room_blocks::close(std::string_view block) {
  const auto found = open_.find(block);
  if (found != open_.end()) {
    open_.erase(found);
  }
  boost::unordered::erase_if(picked_up_,
                             [&](const auto& entry) { return entry.second == block; });
}

void room_blocks::pick_up(std::string_view block, std::string_view reservation) {
  picked_up_.insert_or_assign(std::string(reservation), std::string(block));
}

std::string_view room_blocks::block_of(std::string_view reservation) const {
  if (picked_up_.empty()) {
    return {};
  }
  const auto found = picked_up_.find(reservation);
  return found == picked_up_.end() ? std::string_view() : found->second;
}

void room_blocks::forget(std::string_view reservation) {
  if (picked_up_.empty()) {
    return;
  }
  const auto found = picked_up_.find(reservation);
  if (found != picked_up_.end()) {
    picked_up_.erase(found);
  }
}

}  // namespace jumak::hotel
