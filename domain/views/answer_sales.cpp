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

result<page<night_audit_item>> read_views::ask(const list_night_audits& query) const {
  const auto hotel = find_hotel(query.hotel);
  if (!hotel) {
    return tl::unexpected(hotel.error());
  }
  return page_of_map<night_audit_item>(query, sales_.audits_of(*hotel), [](const auto& entry) {
    const night_audited& day = entry.second;
    night_audit_item item{day.business_date, day.room_nights, day.revenue.integer(),
                          day.overnights, {}};
    for (const name& reservation : day.no_shows) {
      item.no_shows.push_back(reservation.text());
    }
    return item;
  });
}

}  // namespace jumak::hotel
