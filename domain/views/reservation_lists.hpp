#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/views/chunked_rows.hpp"
#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

/// The reservations of each owner, such as a hotel or a guest, in the order of the log. They are
/// only ever added, so a place in a list stays one. Four bytes a reservation and eight an owner.
template <class Owner>
class reservation_lists {
 public:
  static auto kept(auto& self) { return std::tie(self.next_, self.lists_); }

  /// Every reservation is appended once, in the order of the numbers.
  void append(Owner owner, reservation_number added) {
    next_.append(no_reservation);
    if (index_of(owner) >= lists_.size()) {
      lists_.resize(index_of(owner) + 1);
    }
    list& grown = lists_[index_of(owner)];
    if (grown.last == no_reservation) {
      grown.first = added;
    } else {
      next_[index_of(grown.last)] = added;
    }
    grown.last = added;
  }

  /// Nothing for an owner without reservations.
  [[nodiscard]] std::optional<reservation_number> first_of(Owner owner) const {
    return index_of(owner) < lists_.size() ? unless_none(lists_[index_of(owner)].first)
                                           : std::nullopt;
  }
  /// The one that came next to the same owner.
  [[nodiscard]] std::optional<reservation_number> after(reservation_number at) const {
    return unless_none(next_[index_of(at)]);
  }

 private:
  struct list {
    reservation_number first = no_reservation;
    reservation_number last = no_reservation;
  };

  [[nodiscard]] static std::optional<reservation_number> unless_none(reservation_number at) {
    return at == no_reservation ? std::nullopt : std::optional(at);
  }

  chunked_rows<reservation_number> next_;
  std::vector<list> lists_;
};

}  // namespace jumak::hotel::views
