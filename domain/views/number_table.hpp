#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

namespace jumak::hotel::views {

/// Finds the number of a thing by the hash of its name: open addressing, 8 bytes a slot, at most
/// half full. It does not know the names; the caller compares. Numbers are never taken out.
class number_table {
 public:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  static auto kept(auto& self) { return std::tie(self.slots_, self.count_); }

  /// The number under `hash` for which `is_it(number)` holds, or `none`.
  template <class IsIt>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, IsIt&& is_it) const {
    if (slots_.empty()) {
      return none;
    }
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t place = tag & mask();; place = (place + 1) & mask()) {
      const slot& here = slots_[place];
      if (here.number == none || (here.tag == tag && is_it(here.number))) {
        return here.number;
      }
    }
  }

  /// Adds a number that is not in the table yet.
  void insert(std::uint64_t hash, std::uint32_t number) {
    if (2 * (count_ + 1) > slots_.size()) {
      grow();
    }
    place({tag_of(hash), number});
    ++count_;
  }

 private:
  struct slot {
    std::uint32_t tag = 0;
    std::uint32_t number = none;
  };
  static constexpr std::size_t slots_least = 16;

  [[nodiscard]] static std::uint32_t tag_of(std::uint64_t hash) noexcept {
    return static_cast<std::uint32_t>(hash >> 32);
  }
  [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }

  void place(slot filled) {
    std::size_t at = filled.tag & mask();
    while (slots_[at].number != none) {
      at = (at + 1) & mask();
    }
    slots_[at] = filled;
  }

  /// The tag alone decides the place, so growing needs no names.
  void grow() {
    std::vector<slot> before(slots_.empty() ? slots_least : 2 * slots_.size());
    before.swap(slots_);
    for (const slot& filled : before) {
      if (filled.number != none) {
        place(filled);
      }
    }
  }

  std::vector<slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace jumak::hotel::views
