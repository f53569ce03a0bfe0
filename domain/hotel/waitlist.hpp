#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/flat_map.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"
#include "domain/hotel/stay_details.hpp"

namespace jumak::hotel {

/// A reservation somebody waits for.
struct waiting_stay {
  std::uint64_t type = 0;  ///< Place of the room type.
  date arrival;
  date departure;
  packed_details details;
  version own_version;
  std::uint64_t turn = 0;  ///< Who came first has the lower one.
};

struct waiting_entry {
  std::string_view reservation;
  const waiting_stay* stay = nullptr;
};

/// Who waits for nights of a hotel, first come, first served.
class waitlist {
 public:
  [[nodiscard]] bool empty() const noexcept { return stays_.empty(); }
  /// Null for one that does not wait.
  [[nodiscard]] const waiting_stay* find(std::string_view reservation) const {
    return stays_.empty() ? nullptr : find_in(reservation);
  }
  /// Behind all others. False, and nothing changed, when it waits already.
  bool join(std::string_view reservation, waiting_stay joining);
  void leave(std::string_view reservation);
  /// In their turn. What it tells of lives until the list changes.
  [[nodiscard]] std::vector<waiting_entry> in_turn() const;

 private:
  [[nodiscard]] const waiting_stay* find_in(std::string_view reservation) const;

  flat_text_map<std::string, waiting_stay> stays_;
  std::uint64_t next_turn_ = 0;
};

}  // namespace jumak::hotel
