#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/flat_map.hpp"
#include "core/timestamp.hpp"
#include "domain/hotel/rate_terms.hpp"
#include "domain/hotel/stay_details.hpp"

namespace jumak::hotel {

/// How a reservation ended without a stay. The names are those of its status.
enum class ending : std::uint8_t { cancelled, no_show };
BOOST_DESCRIBE_ENUM(ending, cancelled, no_show)

[[nodiscard]] std::string_view name_of(ending how) noexcept;

/// What it takes to bring it back.
struct ended_stay {
  ending how{};
  timestamp since;
  std::size_t type = 0;  ///< Place of the room type.
  date arrival;
  date departure;
  packed_details details;
  std::int64_t charged = 0;  ///< The fee.
  std::int64_t paid = 0;
  std::optional<rate_terms> terms;
};

/// The reservations that ended lately: cancelled ones are a third of all, so they are kept for a
/// month and not for ever. Each that ends pays for forgetting at most one that is older.
class ended_stays {
 public:
  /// How long one can be found.
  static constexpr std::chrono::days kept_for{30};

  void put(std::string_view reservation, ended_stay ended);
  /// Null when it did not end so, or too long ago.
  [[nodiscard]] const ended_stay* find(std::string_view reservation, timestamp now) const;
  [[nodiscard]] ended_stay* find(std::string_view reservation, timestamp now);
  void erase(std::string_view reservation);

  /// Calls `visit(reservation, ended)` in the order in which they ended.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const std::string& reservation : order_) {
      if (const auto found = stays_.find(reservation); found != stays_.end()) {
        visit(reservation, found->second);
      }
    }
  }

 private:
  void forget_before(timestamp since);

  flat_text_map<std::string, ended_stay> stays_;
  std::deque<std::string> order_;  ///< By `since`, as they ended.
};

}  // namespace jumak::hotel
