#include "domain/views/sales_view.hpp"

namespace jumak::hotel::views {

void sales_view::apply(hotel_number hotel, const rate_plan_defined& happened) {
  sales_of(hotel).plans.insert_or_assign(
      happened.rate_plan.text(), rate_plan_row{happened.title.text(), terms_in(happened)});
}

void sales_view::apply(reservation_number at, const rate_terms_agreed& happened) {
  agreed_.insert_or_assign(static_cast<std::uint32_t>(at),
                           agreed_row{happened.rate_plan.text(), terms_in(happened)});
}

const sales_view::rows_by_name<rate_plan_row>& sales_view::plans_of(hotel_number hotel) const {
  return find(hotel).plans;
}

const agreed_row* sales_view::agreed_for(reservation_number at) const {
  const auto found = agreed_.find(static_cast<std::uint32_t>(at));
  return found == agreed_.end() ? nullptr : &found->second;
}

void sales_view::apply(reservation_number at, const deposit_requested& happened) {
  deposits_.insert_or_assign(static_cast<std::uint32_t>(at),
                             deposit_row{happened.amount.integer(), happened.due});
}

const deposit_row* sales_view::deposit_for(reservation_number at) const {
  const auto found = deposits_.find(static_cast<std::uint32_t>(at));
  return found == deposits_.end() ? nullptr : &found->second;
}

void sales_view::apply(hotel_number hotel, const night_audited& happened) {
  sales_of(hotel).audits.insert_or_assign(happened.business_date.text(), happened);
}

const sales_view::rows_by_name<night_audited>& sales_view::audits_of(hotel_number hotel) const {
  return find(hotel).audits;
}

void sales_view::join(hotel_number hotel, reservation_number waiting) {
  sales_of(hotel).waiting.push_back(waiting);
}

void sales_view::leave(hotel_number hotel, reservation_number at) {
  std::erase(sales_of(hotel).waiting, at);
}

const std::vector<reservation_number>& sales_view::waiting_in(hotel_number hotel) const {
  return find(hotel).waiting;
}

sales_view::hotel_sales& sales_view::sales_of(hotel_number hotel) {
  if (index_of(hotel) >= hotels_.size()) {
    hotels_.resize(index_of(hotel) + 1);
  }
  return hotels_[index_of(hotel)];
}

const sales_view::hotel_sales& sales_view::find(hotel_number hotel) const {
  static const hotel_sales none;
  return index_of(hotel) < hotels_.size() ? hotels_[index_of(hotel)] : none;
}

}  // namespace jumak::hotel::views
