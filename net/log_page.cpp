#include "net/log_page.hpp"

#include "core/assert.hpp"
#include "core/pack_head.hpp"

namespace jumak::net {
namespace {

constexpr std::string_view magic = "$log";
constexpr std::size_t start_size = 8;
constexpr std::size_t request_size = 72;
constexpr std::size_t page_size = 88;
constexpr std::size_t notice_size = 72;

enum class frame_kind : std::uint16_t { request = 1, page = 2, notice = 3 };

/// Two numbers of 32 bits stand in one of 64, the first in the low half: little-endian bytes in order.
std::uint64_t both(std::uint32_t first, std::uint32_t second) {
  return first | (static_cast<std::uint64_t>(second) << 32);
}

std::string begin(frame_kind kind, std::size_t size) {
  std::string out;
  out.reserve(size);
  out += magic;
  for (const std::uint16_t number : {log_page_version, static_cast<std::uint16_t>(kind)}) {
    out.push_back(static_cast<char>(number & 0xff));
    out.push_back(static_cast<char>(number >> 8));
  }
  return out;
}

std::uint16_t number_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                    (static_cast<unsigned char>(bytes[at + 1]) << 8));
}

/// Checks the start and the size; then what follows can be read without asking.
result<unpacker> body_of(std::string_view bytes, frame_kind kind, std::size_t size, const char* name) {
  if (bytes.size() < start_size || !is_log_frame(bytes)) {
    return failure(errc::malformed, std::string(name) + " does not start with $log and a version");
  }
  if (const std::uint16_t found = number_at(bytes, 4); found > log_page_version) {
    return failure(errc::newer_format, std::string(name) + " has version " + std::to_string(found) +
                                           ", this one reads up to " + std::to_string(log_page_version));
  }
  if (number_at(bytes, 6) != static_cast<std::uint16_t>(kind) || bytes.size() != size) {
    return failure(errc::malformed, std::string(name) + " has another kind or size");
  }
  return unpacker(bytes.substr(start_size));
}

}  // namespace

bool is_log_frame(std::string_view bytes) noexcept { return bytes.starts_with(magic); }

std::string encode(const page_request& request) {
  std::string out = begin(frame_kind::request, request_size);
  pack_fixed64(out, request.sequence);
  pack_hash(out, request.log.bits);
  pack_fixed64(out, request.from.first_position.value());
  pack_fixed64(out, request.from.number.value());
  pack_hash(out, request.previous);
  pack_fixed64(out, both(request.bytes_max, 0));
  JUMAK_ASSERT(out.size() == request_size);
  return out;
}

std::string encode(const page_header& page) {
  std::string out = begin(frame_kind::page, page_size);
  pack_fixed64(out, page.sequence);
  pack_fixed64(out, both(static_cast<std::uint32_t>(page.status), page.commit_count));
  pack_head(out, page.head);
  JUMAK_ASSERT(out.size() == page_size);
  return out;
}

std::string encode_notice(const log_head& head) {
  std::string out = begin(frame_kind::notice, notice_size);
  pack_head(out, head);
  JUMAK_ASSERT(out.size() == notice_size);
  return out;
}

result<page_request> read_page_request(std::string_view bytes) {
  auto in = body_of(bytes, frame_kind::request, request_size, "a page request");
  if (!in) return tl::unexpected(std::move(in).error());
  page_request request;
  request.sequence = in->read_fixed64();
  request.log = log_id{unpack_hash(*in)};
  request.from.first_position = position(in->read_fixed64());
  request.from.number = commit_number(in->read_fixed64());
  request.previous = unpack_hash(*in);
  const std::uint64_t sizes = in->read_fixed64();
  request.bytes_max = static_cast<std::uint32_t>(sizes);
  if (sizes > page_bytes_max) {
    return failure(errc::malformed, "a page request asks for more than " + std::to_string(page_bytes_max) + " bytes");
  }
  if (request.from.first_position.value() == 0 || request.from.number.value() == 0) {
    return failure(errc::malformed, "a page request starts before the first commit");
  }
  return request;
}

result<page_header> read_page_header(std::string_view bytes) {
  auto in = body_of(bytes, frame_kind::page, page_size, "a page");
  if (!in) return tl::unexpected(std::move(in).error());
  page_header page;
  page.sequence = in->read_fixed64();
  const std::uint64_t numbers = in->read_fixed64();
  const auto status = static_cast<std::uint32_t>(numbers);
  page.commit_count = static_cast<std::uint32_t>(numbers >> 32);
  page.head = unpack_head(*in);
  if (status > static_cast<std::uint32_t>(page_status::unavailable) || page.head.next_position.value() == 0) {
    return failure(errc::malformed, "a page has a status or a head that cannot be");
  }
  page.status = static_cast<page_status>(status);
  return page;
}

result<log_head> read_notice(std::string_view bytes) {
  auto in = body_of(bytes, frame_kind::notice, notice_size, "a notice");
  if (!in) return tl::unexpected(std::move(in).error());
  const log_head head = unpack_head(*in);
  if (head.next_position.value() == 0) return failure(errc::malformed, "a notice has a head that cannot be");
  return head;
}

}  // namespace jumak::net
