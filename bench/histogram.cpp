#include "bench/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace jumak::bench {

namespace {

constexpr std::uint64_t sub_buckets = std::uint64_t{1} << histogram::sub_bucket_bits;

// Values below `sub_buckets` have a bucket each; every higher power of two has `sub_buckets` of
// them.
constexpr std::size_t bucket_count = (64 - histogram::sub_bucket_bits + 1) * sub_buckets;

}  // namespace

histogram::histogram() : buckets_(bucket_count, 0) {}

std::size_t histogram::bucket_of(std::uint64_t value) noexcept {
  if (value < sub_buckets) return value;
  const std::size_t shift = static_cast<std::size_t>(std::bit_width(value)) - 1 - sub_bucket_bits;
  return shift * sub_buckets + (value >> shift);
}

std::uint64_t histogram::highest_in(std::size_t bucket) noexcept {
  if (bucket < 2 * sub_buckets) return bucket;
  const std::size_t shift = bucket / sub_buckets - 1;
  const std::uint64_t lowest = (bucket - shift * sub_buckets) << shift;
  return lowest + ((std::uint64_t{1} << shift) - 1);
}

void histogram::record(std::uint64_t value) noexcept {
  ++buckets_[bucket_of(value)];
  ++count_;
  min_ = std::min(min_, value);
  max_ = std::max(max_, value);
}

void histogram::merge(const histogram& other) noexcept {
  for (std::size_t bucket = 0; bucket < bucket_count; ++bucket)
    buckets_[bucket] += other.buckets_[bucket];
  count_ += other.count_;
  min_ = std::min(min_, other.min_);
  max_ = std::max(max_, other.max_);
}

void histogram::clear() noexcept {
  std::fill(buckets_.begin(), buckets_.end(), 0);
  count_ = 0;
  min_ = UINT64_MAX;
  max_ = 0;
}

std::uint64_t histogram::percentile(double percent) const noexcept {
  if (count_ == 0) return 0;
  const double wanted =
      std::ceil(std::clamp(percent, 0.0, 100.0) / 100.0 * static_cast<double>(count_));
  const std::uint64_t rank =
      std::clamp<std::uint64_t>(static_cast<std::uint64_t>(wanted), 1, count_);
  std::uint64_t seen = 0;
  for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
    seen += buckets_[bucket];
    if (seen >= rank) return std::min(highest_in(bucket), max_);
  }
  return max_;
}

}  // namespace jumak::bench
