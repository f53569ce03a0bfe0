#include <string>

#include "domain/hotel/refusals.hpp"

/// What is refused about rooms kept for a group.
namespace jumak::hotel {
namespace {

/// "cut_off" is for programs, "cut off" for people.
std::string in_words(std::string_view status) {
  return status == "cut_off" ? "cut off" : std::string(status);
}

}  // namespace

refusal unknown_block(const name& block) {
  return reject("unknown_block", "There is no block " + block.text() + ".",
                {{"block", block.text()}});
}

refusal block_exists(const name& block, std::string_view status) {
  return reject("already_exists",
                "The name " + block.text() + " is that of another block, which is " +
                    in_words(status) + ".",
                {{"block", block.text()}, {"status", std::string(status)}});
}

refusal block_closed(const name& block, std::string_view status) {
  return reject("block_closed", "Block " + block.text() + " is " + in_words(status) + ".",
                {{"block", block.text()}, {"status", std::string(status)}});
}

refusal invalid_cut_off(date cut_off, date today, date to) {
  return reject("invalid_cut_off",
                "A block is cut off after " + today.text() + " and before " + to.text() +
                    ", not on " + cut_off.text() + ".",
                {{"cut_off", cut_off.text()}, {"today", today.text()}, {"to", to.text()}});
}

refusal outside_block(const name& block, const room_block& found) {
  return reject("outside_block",
                "Block " + block.text() + " has the nights from " + found.from.text() + " to " +
                    found.to().text() + ".",
                {{"block", block.text()},
                 {"from", found.from.text()},
                 {"to", found.to().text()}});
}

refusal block_is_full(const name& block, date night) {
  return reject("block_full",
                "Block " + block.text() + " has no room left on " + night.text() + ".",
                {{"block", block.text()}, {"night", night.text()}});
}

}  // namespace jumak::hotel
