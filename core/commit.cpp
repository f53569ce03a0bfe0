#include "core/commit.hpp"

#include "core/assert.hpp"
#include "core/pack.hpp"

namespace jumak {
namespace {

constexpr std::string_view magic = "JMK1";

void put16(std::string& out, std::uint16_t number) {
  for (int shift = 0; shift < 16; shift += 8) out.push_back(static_cast<char>(number >> shift));
}
void put32(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(number >> shift));
}
void put128(std::string& out, hash128 bits) {
  pack_fixed64(out, bits.low);
  pack_fixed64(out, bits.high);
}

/// Little-endian number of `width` bytes at `at`; the caller has checked the bounds.
std::uint64_t get(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t number = 0;
  for (std::size_t index = 0; index < width; ++index) {
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + index])) << (8 * index);
  }
  return number;
}
hash128 get128(std::string_view bytes, std::size_t at) { return {get(bytes, at, 8), get(bytes, at + 8, 8)}; }

commit_header read_header(std::string_view bytes) {
  commit_header header;
  header.kind = static_cast<commit_kind>(get(bytes, 6, 2));
  header.log = log_id{get128(bytes, 8)};
  header.epoch = epoch_number(get(bytes, 24, 8));
  header.number = commit_number(get(bytes, 32, 8));
  header.first_position = position(get(bytes, 40, 8));
  header.first_record = record_number(get(bytes, 48, 8));
  header.event_count = static_cast<std::uint32_t>(get(bytes, 56, 4));
  header.record_count = static_cast<std::uint32_t>(get(bytes, 60, 4));
  header.payload_size = static_cast<std::uint32_t>(get(bytes, 64, 4));
  header.previous = get128(bytes, 72);
  return header;
}

std::string seal(log_head& head, commit_kind kind, std::string_view payload, std::uint32_t record_count,
                 std::uint32_t event_count) {
  std::string out;
  out.reserve(commit_header_size + payload.size() + commit_hash_size);
  out += magic;
  put16(out, commit_format);
  put16(out, static_cast<std::uint16_t>(kind));
  put128(out, head.log.bits);
  pack_fixed64(out, head.epoch.value());
  pack_fixed64(out, head.last_commit.next().value());
  pack_fixed64(out, head.next_position.value());
  pack_fixed64(out, head.next_record.value());
  put32(out, event_count);
  put32(out, record_count);
  put32(out, static_cast<std::uint32_t>(payload.size()));
  put32(out, 0);
  put128(out, head.last_hash);
  JUMAK_ASSERT(out.size() == commit_header_size);
  out += payload;
  head.last_hash = hash128_of(out);
  head.last_commit = head.last_commit.next();
  head.next_position = head.next_position.plus(event_count);
  head.next_record = head.next_record.plus(record_count);
  put128(out, head.last_hash);
  return out;
}

}  // namespace

std::string to_text(log_id id) { return to_text(id.bits); }

result<commit_view> commit_view::parse(std::string_view bytes) {
  if (bytes.size() < commit_header_size + commit_hash_size) {
    return failure(errc::corrupt, "a commit is shorter than its header");
  }
  if (bytes.substr(0, magic.size()) != magic) return failure(errc::corrupt, "a commit does not start with JMK1");
  const std::uint64_t format = get(bytes, 4, 2);
  if (format > commit_format) {
    return failure(errc::newer_format, "a commit has format " + std::to_string(format) +
                                           ", this version reads up to " + std::to_string(commit_format));
  }
  commit_view view;
  view.bytes_ = bytes;
  view.header_ = read_header(bytes);
  view.payload_ = bytes.substr(commit_header_size, bytes.size() - commit_header_size - commit_hash_size);
  view.hash_ = get128(bytes, bytes.size() - commit_hash_size);
  if (view.payload_.size() != view.header_.payload_size) return failure(errc::corrupt, "a commit has another size");
  if (hash128_of(bytes.substr(0, bytes.size() - commit_hash_size)) != view.hash_) {
    return failure(errc::corrupt, "commit " + std::to_string(view.header_.number.value()) + " fails its checksum");
  }
  if (view.header_.kind != commit_kind::records && view.header_.kind != commit_kind::epoch) {
    return failure(errc::newer_format, "a commit is of a kind this version does not know");
  }
  return view;
}

bool commit_view::extends(const log_head& head) const noexcept {
  const bool next_epoch = header_.kind == commit_kind::epoch && header_.epoch == head.epoch.next();
  return header_.log == head.log && (next_epoch || header_.epoch == head.epoch) &&
         header_.number == head.last_commit.next() && header_.first_position == head.next_position &&
         header_.first_record == head.next_record && header_.previous == head.last_hash;
}

log_head head_after(const commit_view& commit) noexcept {
  const commit_header& header = commit.header();
  return {header.log,    header.epoch, header.number, header.next_position(), header.next_record(),
          commit.hash()};
}

std::string seal_commit(log_head& head, std::string_view payload, std::uint32_t record_count,
                        std::uint32_t event_count) {
  return seal(head, commit_kind::records, payload, record_count, event_count);
}

std::string seal_epoch(log_head& head, const epoch_payload& epoch) {
  std::string payload;
  pack_fixed64(payload, epoch.random);
  put128(payload, epoch.ancestor.bits);
  pack_fixed64(payload, epoch.ancestor_position.value());
  head.epoch = head.epoch.next();
  return seal(head, commit_kind::epoch, payload, 0, 0);
}

result<epoch_payload> read_epoch(const commit_view& commit) {
  unpacker in(commit.payload());
  epoch_payload epoch;
  epoch.random = in.read_fixed64();
  epoch.ancestor.bits.low = in.read_fixed64();
  epoch.ancestor.bits.high = in.read_fixed64();
  epoch.ancestor_position = position(in.read_fixed64());
  if (commit.header().kind != commit_kind::epoch || !in.done()) {
    return failure(errc::corrupt, "an epoch record has another form");
  }
  return epoch;
}

}  // namespace jumak
