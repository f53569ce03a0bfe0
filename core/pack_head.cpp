#include "core/pack_head.hpp"

namespace jumak {

void pack_hash(std::string& out, hash128 hash) {
  pack_fixed64(out, hash.low);
  pack_fixed64(out, hash.high);
}

hash128 unpack_hash(unpacker& in) {
  const std::uint64_t low = in.read_fixed64();
  return {low, in.read_fixed64()};
}

void pack_head(std::string& out, const log_head& head) {
  pack_hash(out, head.log.bits);
  pack_fixed64(out, head.epoch.value());
  pack_fixed64(out, head.last_commit.value());
  pack_fixed64(out, head.next_position.value());
  pack_fixed64(out, head.next_record.value());
  pack_hash(out, head.last_hash);
}

log_head unpack_head(unpacker& in) {
  log_head head;
  head.log.bits = unpack_hash(in);
  head.epoch = epoch_number(in.read_fixed64());
  head.last_commit = commit_number(in.read_fixed64());
  head.next_position = position(in.read_fixed64());
  head.next_record = record_number(in.read_fixed64());
  head.last_hash = unpack_hash(in);
  return head;
}

}  // namespace jumak
