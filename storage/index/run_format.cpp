#include "storage/index/run_format.hpp"

namespace jumak::storage {
namespace {

void put_big_endian(std::string& out, std::uint64_t number, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(number >> shift));
}

std::string key_start(std::uint32_t run, row_kind kind) {
  std::string key;
  key.reserve(13);
  put_big_endian(key, run, 4);
  key.push_back(static_cast<char>(kind));
  return key;
}

}  // namespace

std::string checkpoint_key(std::uint32_t run) { return key_start(run, row_kind::checkpoint); }

std::string slot_key(std::uint32_t run, row_kind kind, std::uint32_t slot) {
  if (slot == slot_count)
    return key_start(run, static_cast<row_kind>(static_cast<std::uint8_t>(kind) + 1));
  std::string key = key_start(run, kind);
  key.push_back(static_cast<char>(slot));
  return key;
}

std::string place_key(std::uint32_t run, row_kind kind, row_hash hash) {
  std::string key = key_start(run, kind);
  put_big_endian(key, hash.bits, 8);
  return key;
}

std::optional<std::uint32_t> run_of(std::string_view key) {
  if (key.size() < 5) return std::nullopt;
  std::uint32_t run = 0;
  for (const char byte : key.substr(0, 4)) run = run << 8 | static_cast<unsigned char>(byte);
  return run;
}

std::string checkpoint_value(const checkpoint& folded) {
  std::string value(1, static_cast<char>(run_format));
  pack_checkpoint(value, folded);
  return value;
}

std::optional<checkpoint> parse_checkpoint_value(std::string_view value) {
  if (value.empty() || static_cast<std::uint8_t>(value.front()) != run_format) return std::nullopt;
  return unpack_checkpoint(value.substr(1));
}

void pack_id(std::string& out, commit_key before, row_hash id, commit_key commit) {
  pack_fixed64(out, id.bits);
  pack_unsigned(out, distance(before.first_position, commit.first_position));
  pack_unsigned(out, distance(before.number, commit.number));
}

bool id_reader::next(row_hash& id, commit_key& commit) noexcept {
  if (in_.remaining() == 0) return false;
  id.bits = in_.read_fixed64();
  position_ += in_.read_unsigned();
  number_ += in_.read_unsigned();
  commit = {position(position_), commit_number(number_)};
  return !in_.failed();
}

std::string pack_places(std::span<const place_row> rows) {
  std::string value;
  record_place newer;
  for (std::size_t at = rows.size(); at-- > 0;) {
    const bool newest = at + 1 == rows.size();
    if (!newest && rows[at].place == rows[at + 1].place) continue;
    const record_place place = rows[at].place.unpacked();
    const commit_key from = newest ? commit_key{} : place.commit;
    const commit_key to = newest ? place.commit : newer.commit;
    pack_unsigned(value, distance(from.first_position, to.first_position));
    pack_unsigned(value, distance(from.number, to.number));
    pack_unsigned(value, place.index);
    newer = place;
  }
  return value;
}

bool place_reader::next(record_place& place) noexcept {
  if (in_.remaining() == 0) return false;
  const std::uint64_t position_step = in_.read_unsigned();
  const std::uint64_t number_step = in_.read_unsigned();
  position_ = first_ ? position_step : position_ - position_step;
  number_ = first_ ? number_step : number_ - number_step;
  first_ = false;
  place = {{position(position_), commit_number(number_)},
           static_cast<std::uint32_t>(in_.read_unsigned())};
  return !in_.failed();
}

}  // namespace jumak::storage
