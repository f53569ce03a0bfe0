#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "core/timestamp.hpp"

namespace jumak::hotel {

/// The nights `[from, to)`.
struct night_span {
  date from;
  date to;
  friend bool operator==(const night_span&, const night_span&) = default;
};
BOOST_DESCRIBE_STRUCT(night_span, (), (from, to))

/// Nights, as the spans they make up: in order, none empty, a gap between any two.
class night_set {
 public:
  /// Beside the nights there are. An empty span changes nothing.
  void add(night_span added);
  /// Leaves only the nights before.
  void cut_from(date night);

  [[nodiscard]] bool contains(date night) const noexcept;
  /// The first night of `[from, to)` that is among them.
  [[nodiscard]] std::optional<date> first_in(date from, date to) const noexcept;

  [[nodiscard]] const std::vector<night_span>& spans() const noexcept { return spans_; }

 private:
  std::vector<night_span> spans_;
};

}  // namespace jumak::hotel
