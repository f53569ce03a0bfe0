#include "domain/views/paging.hpp"
#include "domain/views/read_views.hpp"

namespace jumak::hotel {

using namespace views;

result<page<rate_plan_item>> read_views::ask(const list_rate_plans& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_of_map<rate_plan_item>(query, sales_.plans_of(*hotel), [](const auto& entry) {
    const rate_terms& terms = entry.second.terms;
    return rate_plan_item{entry.first,
                          entry.second.title,
                          terms.percent.integer(),
                          terms.notice_days.integer(),
                          terms.cancellation_fee,
                          terms.no_show_fee};
  });
}

}  // namespace jumak::hotel
