#include "storage/log/wal_records.hpp"

#include <algorithm>

#include "storage/log/wal_checksum.hpp"

namespace jumak::storage {
namespace {

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t at = bytes.size(); at > 0; --at)
    number = number << 8 | static_cast<unsigned char>(bytes[at - 1]);
  return number;
}

std::size_t block_end(std::size_t offset) { return (offset / wal_block_size + 1) * wal_block_size; }

/// Where the next piece's header is: a block's last bytes are left when no header fits there.
std::size_t header_place(std::size_t offset) {
  const std::size_t end = block_end(offset);
  return end - offset < wal_header_size ? end : offset;
}

}  // namespace

std::optional<wal_records::piece> wal_records::piece_at(std::size_t offset) const {
  constexpr std::size_t type_at = 6;
  const std::size_t end = std::min(block_end(offset), file_.size());
  if (offset + wal_header_size > end) return std::nullopt;
  const std::string_view header = file_.substr(offset, wal_header_size);
  const auto type = static_cast<unsigned char>(header[type_at]);
  if (type < static_cast<unsigned char>(piece_type::full) ||
      type > static_cast<unsigned char>(piece_type::last))
    return std::nullopt;
  const std::size_t length = little_endian(header.substr(4, 2));
  const std::size_t bytes_at = offset + wal_header_size;
  if (length > end - bytes_at) return std::nullopt;
  if (little_endian(header.substr(0, 4)) != wal_checksum(file_.substr(offset + type_at, 1 + length)))
    return std::nullopt;
  return piece{static_cast<piece_type>(type), file_.substr(bytes_at, length), bytes_at + length};
}

std::optional<wal_records::record> wal_records::record_at(std::size_t offset) {
  auto part = piece_at(header_place(offset));
  if (!part) return std::nullopt;
  if (part->type == piece_type::full) return record{part->bytes, part->end};
  if (part->type != piece_type::first) return std::nullopt;
  joined_.clear();
  while (true) {
    joined_ += part->bytes;
    if (part->type == piece_type::last) break;
    part = piece_at(header_place(part->end));
    if (!part || (part->type != piece_type::middle && part->type != piece_type::last))
      return std::nullopt;
  }
  return record{joined_, part->end};
}

std::optional<std::string_view> wal_records::next() {
  const auto found = record_at(whole_until_);
  if (found) whole_until_ = found->end;
  searched_until_ = whole_until_;
  if (!found) return std::nullopt;
  return found->bytes;
}

bool wal_records::starts_record(std::size_t offset) const {
  const auto part = piece_at(offset);
  return part && (part->type == piece_type::full || part->type == piece_type::first);
}

std::optional<std::string_view> wal_records::next_behind() {
  const std::size_t first_block_end = block_end(header_place(searched_until_));
  for (std::size_t at = searched_until_ + 1; at < file_.size();) {
    if (starts_record(at)) {
      if (const auto found = record_at(at)) {
        searched_until_ = found->end - 1;
        return found->bytes;
      }
    }
    // In the damaged block a record may start anywhere; later blocks are followed from their beginning.
    const auto part = at < first_block_end ? std::nullopt : piece_at(at);
    if (part) {
      at = header_place(part->end);
    } else {
      at = at < first_block_end ? at + 1 : block_end(at);
    }
  }
  searched_until_ = file_.size();
  return std::nullopt;
}

bool wal_records::zeros_behind() const noexcept {
  const std::string_view behind = file_.substr(std::min(whole_until_, file_.size()));
  return behind.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace jumak::storage
