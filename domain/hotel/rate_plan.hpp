#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "core/fields.hpp"
#include "core/timestamp.hpp"

namespace jumak::hotel {

/// Nights `[from, to)` at one rate.
struct rate_span {
  date from;
  date to;
  money rate;
  friend bool operator==(const rate_span&, const rate_span&) = default;
};
BOOST_DESCRIBE_STRUCT(rate_span, (), (from, to, rate))

/// The rates set for single nights: spans in order, none empty or overlapping, neighbours of one
/// rate joined. Spans and not an array, because a rate may be set for any night of any year.
class rate_plan {
 public:
  rate_plan() = default;

  /// The later rate wins. An empty range changes nothing.
  void set(rate_span set);
  /// The rate set for the night, or nothing.
  [[nodiscard]] std::optional<money> on(date night) const noexcept;
  /// True if every night of `[from, to)` costs `rate`, nights without a rate of their own costing
  /// `base`.
  [[nodiscard]] bool is_everywhere(rate_span asked, money base) const noexcept;

  [[nodiscard]] const std::vector<rate_span>& spans() const noexcept { return spans_; }

 private:
  std::vector<rate_span> spans_;
};

}  // namespace jumak::hotel
