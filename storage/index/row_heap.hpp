#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jumak::storage {

/// A binary heap of rows kept elsewhere, any of which can be taken out: whose rows they are gives an `Order`
/// with `before(row, row)`, and `placed(row, place)`, called whenever a row comes to lie at another place.
/// 4 bytes a row. One thread.
class row_heap {
 public:
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
  /// The row that is before all others. Not of an empty heap.
  [[nodiscard]] std::uint32_t first() const noexcept { return rows_.front(); }

  template <class Order>
  void add(std::uint32_t row, Order&& order) {
    rows_.push_back(row);
    rise(rows_.size() - 1, row, order);
  }

  template <class Order>
  void remove(std::uint32_t place, Order&& order) {
    const std::uint32_t last = rows_.back();
    rows_.pop_back();
    if (place < rows_.size()) settle(place, last, order);
  }

  /// Says that the row at `place` compares otherwise now.
  template <class Order>
  void changed(std::uint32_t place, Order&& order) {
    settle(place, rows_[place], order);
  }

  [[nodiscard]] std::size_t memory_bytes() const noexcept { return rows_.capacity() * sizeof(std::uint32_t); }

 private:
  template <class Order>
  void settle(std::size_t place, std::uint32_t row, Order& order) {
    if (place > 0 && order.before(row, rows_[(place - 1) / 2])) {
      rise(place, row, order);
    } else {
      sink(place, row, order);
    }
  }

  template <class Order>
  void rise(std::size_t place, std::uint32_t row, Order& order) {
    while (place > 0) {
      const std::size_t above = (place - 1) / 2;
      if (!order.before(row, rows_[above])) break;
      put(place, rows_[above], order);
      place = above;
    }
    put(place, row, order);
  }

  template <class Order>
  void sink(std::size_t place, std::uint32_t row, Order& order) {
    for (;;) {
      std::size_t below = 2 * place + 1;
      if (below >= rows_.size()) break;
      if (below + 1 < rows_.size() && order.before(rows_[below + 1], rows_[below])) ++below;
      if (!order.before(rows_[below], row)) break;
      put(place, rows_[below], order);
      place = below;
    }
    put(place, row, order);
  }

  template <class Order>
  void put(std::size_t place, std::uint32_t row, Order& order) {
    rows_[place] = row;
    order.placed(row, static_cast<std::uint32_t>(place));
  }

  std::vector<std::uint32_t> rows_;
};

}  // namespace jumak::storage
