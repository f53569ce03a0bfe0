#include "domain/hotel/evolve.hpp"
#include "domain/hotel/restrictions.hpp"

namespace jumak::hotel {

void apply(state& hotel, const restrictions_set& happened, const event_context& around) {
  if (const auto type = hotel.find_room_type(happened.room_type.text())) {
    hotel.at(*type).restrictions.set(happened.from, happened.to, step_value(happened));
  }
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const rate_plan_defined& happened, const event_context& around) {
  hotel.sell(happened.rate_plan.text(), terms_in(happened));
  hotel.own_version = around.stream_version;
}

void apply(state& hotel, const rate_terms_agreed& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    hotel.agree(happened.reservation.text(), terms_in(happened));
    open->own_version = around.stream_version;
  }
}

void apply(state& hotel, const fee_charged& happened, const event_context& around) {
  if (stay* open = hotel.find_stay(happened.reservation.text())) {
    add_to(open->charged, happened.amount.integer());
    open->own_version = around.stream_version;
  }
}

}  // namespace jumak::hotel
