#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "domain/hotel/events.hpp"
#include "domain/hotel/rate_terms.hpp"
#include "domain/views/numbers.hpp"

namespace jumak::hotel::views {

struct rate_plan_row {
  std::string title;
  rate_terms terms;
};

/// The terms a reservation was booked on.
struct agreed_row {
  std::string rate_plan;
  rate_terms terms;
};

/// What is to be paid before the guest comes.
struct deposit_row {
  std::int64_t amount = 0;
  date due;
};

/// On what terms hotels sell, beyond their rates, and what their books say of it. Only what uses
/// such terms has rows here.
class sales_view {
 public:
  static auto kept(auto& self) { return std::tie(self.hotels_, self.agreed_, self.deposits_); }
  /// Rate plans, audits, agreements and deposits.
  [[nodiscard]] std::size_t row_count() const noexcept {
    std::size_t count = agreed_.size() + deposits_.size();
    for (const hotel_sales& one : hotels_) {
      count += one.plans.size() + one.audits.size();
    }
    return count;
  }

  template <class Row>
  using rows_by_name = std::map<std::string, Row, std::less<>>;

  void apply(hotel_number hotel, const rate_plan_defined& happened);
  void apply(hotel_number hotel, const night_audited& happened);
  void apply(reservation_number at, const rate_terms_agreed& happened);
  void apply(reservation_number at, const deposit_requested& happened);

  [[nodiscard]] const rows_by_name<rate_plan_row>& plans_of(hotel_number hotel) const;
  /// By their dates as text, which sort as the dates do.
  [[nodiscard]] const rows_by_name<night_audited>& audits_of(hotel_number hotel) const;
  // Who waits, and who does not any more.
  void join(hotel_number hotel, reservation_number waiting);
  void leave(hotel_number hotel, reservation_number at);
  /// In their turn.
  [[nodiscard]] const std::vector<reservation_number>& waiting_in(hotel_number hotel) const;
  /// Null for a reservation without a rate plan.
  [[nodiscard]] const agreed_row* agreed_for(reservation_number at) const;
  /// Null for a reservation without a deposit to pay.
  [[nodiscard]] const deposit_row* deposit_for(reservation_number at) const;

 private:
  struct hotel_sales {
    rows_by_name<rate_plan_row> plans;
    rows_by_name<night_audited> audits;
    std::vector<reservation_number> waiting;
  };

  [[nodiscard]] hotel_sales& sales_of(hotel_number hotel);
  [[nodiscard]] const hotel_sales& find(hotel_number hotel) const;

  std::vector<hotel_sales> hotels_;
  std::unordered_map<std::uint32_t, agreed_row> agreed_;  ///< By reservation.
  std::unordered_map<std::uint32_t, deposit_row> deposits_;
};

}  // namespace jumak::hotel::views
