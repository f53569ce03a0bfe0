#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

/// The days `[from, to)`.
struct day_span {
  day_number from = 0;
  day_number to = 0;
  friend bool operator==(const day_span&, const day_span&) = default;
};

/// Nights on which a room is out of order, and why.
struct absence {
  day_span nights;
  std::string reason;
};

/// When a room is out of order. A night is so once, for the reason it had first, however many
/// periods have it.
class absences {
 public:
  static auto kept(auto& self) { return std::tie(self.entries_); }

  /// The nights that were in order until now.
  std::vector<day_span> add(day_span nights, std::string_view reason);
  /// Puts every night from `day` on in order; these were not.
  std::vector<day_span> cut_from(day_number day);

  /// By night, none twice.
  [[nodiscard]] const std::vector<absence>& entries() const noexcept { return entries_; }

 private:
  std::vector<absence> entries_;
};

}  // namespace jumak::hotel::views
