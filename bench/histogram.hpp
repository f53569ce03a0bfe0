#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jumak::bench {

/// Counts durations in nanoseconds in log-linear buckets, so that recording costs a few
/// instructions and any percentile is known to within `relative_error_max`. The idea is Gil Tene's
/// HdrHistogram: each power of two is cut into the same number of equal buckets. Takes every 64-bit
/// value; uses about 60 KiB. One thread at a time.
class histogram {
 public:
  /// Each power of two is cut into 2^7 buckets.
  static constexpr unsigned sub_bucket_bits = 7;

  /// A reported percentile is at least the true one and exceeds it by less than this share of it.
  static constexpr double relative_error_max = 1.0 / (1U << sub_bucket_bits);

  histogram();

  /// Counts one value.
  void record(std::uint64_t value) noexcept;

  /// Adds what the other one counted, as if all had been recorded here.
  void merge(const histogram& other) noexcept;

  /// Forgets everything.
  void clear() noexcept;

  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

  /// Exact; 0 when nothing was recorded.
  [[nodiscard]] std::uint64_t max() const noexcept { return max_; }

  /// Exact; 0 when nothing was recorded.
  [[nodiscard]] std::uint64_t min() const noexcept { return count_ == 0 ? 0 : min_; }

  /// The least bucket bound that `percent` (0 to 100) of the values do not exceed, never above
  /// `max()`. 0 when nothing was recorded.
  [[nodiscard]] std::uint64_t percentile(double percent) const noexcept;

 private:
  static std::size_t bucket_of(std::uint64_t value) noexcept;
  static std::uint64_t highest_in(std::size_t bucket) noexcept;

  std::vector<std::uint64_t> buckets_;
  std::uint64_t count_ = 0;
  std::uint64_t min_ = UINT64_MAX;
  std::uint64_t max_ = 0;
};

}  // namespace jumak::bench
