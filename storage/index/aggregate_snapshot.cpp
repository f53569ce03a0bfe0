#include "storage/index/aggregate_snapshot.hpp"

#include "core/hash.hpp"
#include "core/pack.hpp"

namespace jumak::storage {
namespace {

constexpr char snapshot_format = 1;
constexpr std::size_t hash_size = 16;

bool is_sound(std::string_view bytes) {
  if (bytes.size() < 1 + hash_size || bytes.front() != snapshot_format) return false;
  unpacker in(bytes.substr(bytes.size() - hash_size));
  hash128 stored;
  stored.low = in.read_fixed64();
  stored.high = in.read_fixed64();
  return hash128_of(bytes.substr(0, bytes.size() - hash_size)) == stored;
}

}  // namespace

std::string encode_snapshot(std::string_view aggregate, const aggregate_snapshot& snapshot) {
  std::string folded;
  pack_checkpoint(folded, snapshot.at);
  std::string out;
  out.reserve(snapshot.state.size() + 256);
  out.push_back(snapshot_format);
  pack_text(out, aggregate);
  pack_text(out, folded);
  pack_fixed64(out, snapshot.fingerprint);
  pack_unsigned(out, snapshot.aggregate_version.value());
  pack_signed(out, snapshot.last_event_time.time_since_epoch().count());
  out.push_back(snapshot.time_given ? '\1' : '\0');
  pack_text(out, snapshot.state);
  const hash128 hash = hash128_of(out);
  pack_fixed64(out, hash.low);
  pack_fixed64(out, hash.high);
  return out;
}

std::optional<aggregate_snapshot> decode_snapshot(std::string_view aggregate,
                                                  std::string_view bytes) {
  if (!is_sound(bytes)) return std::nullopt;
  unpacker in(bytes.substr(1, bytes.size() - 1 - hash_size));
  if (in.read_text() != aggregate) return std::nullopt;
  const auto folded = unpack_checkpoint(in.read_text());
  if (!folded) return std::nullopt;
  aggregate_snapshot snapshot;
  snapshot.at = *folded;
  snapshot.fingerprint = in.read_fixed64();
  snapshot.aggregate_version = version(in.read_unsigned());
  snapshot.last_event_time = timestamp(std::chrono::microseconds(in.read_signed()));
  snapshot.time_given = in.read_byte() == 1;
  snapshot.state = in.read_text();
  if (!in.done()) return std::nullopt;
  return snapshot;
}

}  // namespace jumak::storage
