#include "domain/hotel/stay_details.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "core/pack.hpp"

namespace jumak::hotel {
namespace {

/// Enough for most, so that packing takes one allocation.
constexpr std::size_t usual_size = 160;

/// As the vector of rate_run that they make up is packed, without making one.
void pack_runs(std::string& bytes, const std::vector<night_rate>& nights) {
  std::size_t runs = nights.empty() ? 0 : 1;
  for (std::size_t place = 1; place < nights.size(); ++place) {
    runs += nights[place].rate == nights[place - 1].rate ? 0 : 1;
  }
  pack_unsigned(bytes, runs);
  for (auto first = nights.begin(); first != nights.end();) {
    const auto last = std::find_if(first, nights.end(), [&](const night_rate& night) {
      return night.rate != first->rate;
    });
    pack(bytes, rate_run{static_cast<std::uint32_t>(last - first), first->rate});
    first = last;
  }
}

/// The event's members in the order of stay_details, without making one.
template <class Event>
std::string packed_from(const Event& whole) {
  std::string bytes;
  bytes.reserve(usual_size);
  pack_runs(bytes, whole.nights);
  pack(bytes, whole.guest);
  pack(bytes, whole.guests);
  pack(bytes, whole.rate);
  pack(bytes, whole.meal);
  pack(bytes, whole.segment);
  pack(bytes, whole.channel);
  pack(bytes, whole.country);
  pack(bytes, whole.deposit);
  pack(bytes, whole.requests);
  return bytes;
}

std::int64_t nights_of(const std::vector<rate_run>& runs) {
  std::int64_t nights = 0;
  for (const rate_run& run : runs) {
    nights += run.nights;
  }
  return nights;
}

}  // namespace

packed_details::packed_details(const reservation_made& whole)
    : packed_details(packed_from(whole)) {}
packed_details::packed_details(const hold_placed& whole) : packed_details(packed_from(whole)) {}
packed_details::packed_details(const stay_changed& whole) : packed_details(packed_from(whole)) {}
packed_details::packed_details(const reservation_reinstated& whole)
    : packed_details(packed_from(whole)) {}

packed_details::packed_details(const waitlist_joined& whole)
    : packed_details(packed_from(whole)) {}

std::optional<packed_details> packed_details::from_bytes(std::string_view bytes,
                                                         std::int64_t nights) {
  const auto read = jumak::unpacked<stay_details>(bytes);
  if (!read || nights_of(read->rates) != nights || packed(*read) != bytes) {
    return std::nullopt;
  }
  return packed_details(bytes);
}

packed_details::packed_details(std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  block_ = std::make_unique_for_overwrite<char[]>(sizeof size + bytes.size());
  std::memcpy(block_.get(), &size, sizeof size);
  std::memcpy(block_.get() + sizeof size, bytes.data(), bytes.size());
}

packed_details::packed_details(const packed_details& other) {
  if (other.block_) {
    *this = packed_details(other.bytes());
  }
}

packed_details& packed_details::operator=(const packed_details& other) {
  packed_details copy(other);
  block_ = std::exchange(copy.block_, nullptr);
  return *this;
}

std::string_view packed_details::bytes() const noexcept {
  if (!block_) {
    return {};
  }
  std::uint32_t size = 0;
  std::memcpy(&size, block_.get(), sizeof size);
  return {block_.get() + sizeof size, size};
}

stay_details packed_details::unpacked() const {
  return jumak::unpacked<stay_details>(bytes()).value_or(stay_details());
}

std::int64_t packed_details::nights_total() const {
  std::vector<rate_run> runs;
  unpacker in(bytes());
  unpack(in, runs);
  std::int64_t total = 0;
  for (const rate_run& run : runs) {
    total += static_cast<std::int64_t>(run.nights) * run.rate.integer();
  }
  return total;
}

}  // namespace jumak::hotel
