#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <chrono>
#include <map>

#include "tests/domain/hotel/naive_hotel.hpp"
#include "tests/domain/hotel/random_commands.hpp"
#include "testkit/live_aggregate.hpp"
#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {
namespace {

/// Random commands decided by the real rules. What they decide is told to the views and to the
/// naive hotel, which answers by looking at everything.
class told_twice {
 public:
  told_twice() {
    tell({the_hotel(), type_defined("double", 3), type_defined("suite", 3),
          type_defined("family", 3), room_of("double", "101"), room_of("double", "102"),
          room_of("suite", "201"), room_of("family", "301")});
  }

  void take(const step& next, std::size_t number) {
    now_ += std::chrono::hours(std::max(0, next.hours_passed));
    for (const auto& [reservation, one] : std::map(naive_.reservations())) {
      if (one.status == "held" && one.expires_at <= now_) {
        ask(expire_hold{id(reservation)});
      }
    }
    for (const auto& [block, one] : std::map(naive_.blocks())) {
      if (one.status == "open" && one.cut_off_at <= now_) {
        ask(cut_off_block{id(block)});
      }
    }
    ask(command_of(next, number, naive_hotel::today(now_), naive_));
  }

  void check_calendar() const {
    for (const auto& [type, guests_max] : naive_.types()) {
      for (const date night : naive_.nights_seen()) {
        const auto answer = played_.views().ask(views::get_calendar{
            id("grand"), id(type), night, night.plus_days(1), {}, {}});
        const views::calendar_night& seen = answer->items.at(0);
        RC_ASSERT(seen.confirmed == stays_on(type, night, {"confirmed"}));
        RC_ASSERT(seen.held == stays_on(type, night, {"held"}));
        RC_ASSERT(seen.in_house == stays_on(type, night, {"in_house", "checked_out"}));
        RC_ASSERT(seen.blocked.value_or(0) == naive_.blocked(type, night));
        RC_ASSERT(seen.free == naive_.capacity(type, night) - naive_.taken(type, night));
        RC_ASSERT(seen.rooms - seen.out_of_order == rooms_on(type, night));
        RC_ASSERT(offered(type, night) == std::max<std::int64_t>(seen.free, 0));
      }
    }
  }

  void check_holds() const {
    const auto answer = played_.views().ask(
        views::list_holds{id("grand"), page_limit::from_integer(1000), {}});
    std::map<std::string, timestamp> listed;
    for (const views::hold_item& hold : answer->items) {
      listed[hold.reservation] = hold.expires_at;
    }
    std::map<std::string, timestamp> recounted;
    for (const auto& [reservation, one] : naive_.reservations()) {
      if (one.status == "held") {
        recounted[reservation] = one.expires_at;
      }
    }
    RC_ASSERT(listed == recounted);
  }

  void check_reservations() const {
    for (const auto& [reservation, one] : naive_.reservations()) {
      const auto seen = played_.views().ask(views::get_reservation{id("grand"), id(reservation)});
      RC_ASSERT(seen.has_value());
      RC_ASSERT(boost::describe::enum_to_string(seen->status, "?") == one.status);
      RC_ASSERT(seen->arrival == one.arrival);
      RC_ASSERT(seen->departure == one.departure);
      RC_ASSERT(seen->nights == one.whole.nights);
      RC_ASSERT(seen->charged == one.charges);
      RC_ASSERT(seen->paid == one.payments);
      RC_ASSERT(seen->version.value() == seen->history.size());
    }
  }

  void check_statistics() const {
    const date from = day("2026-11-29");
    const date to = from.plus_days(60);
    std::int64_t available = 0;
    std::int64_t sold = 0;
    for (date night = from; night < to; night = night.plus_days(1)) {
      for (const auto& [type, guests_max] : naive_.types()) {
        available += rooms_on(type, night, true);
        sold += stays_on(type, night, {"in_house", "checked_out"});
      }
    }
    const auto seen = played_.views().ask(views::get_statistics{id("grand"), from, to, {}});
    RC_ASSERT(seen->room_nights_available == available);
    RC_ASSERT(seen->room_nights_sold == sold);
  }

 private:
  void ask(const command& asked) {
    const decision<event> decided = hotel_.decide(asked, now_);
    if (decided) {
      tell(*decided);
    }
  }

  void tell(const std::vector<event>& events) {
    for (const event& happened : events) {
      hotel_.append(happened, now_);
      naive_.learn(happened, now_);
      played_.at(to_text(now_)).play(happened);
      if (const auto* added = std::get_if<room_added>(&happened)) {
        added_[added->room.text()] = naive_hotel::today(now_);
      }
    }
  }

  [[nodiscard]] std::int64_t stays_on(const std::string& type, date night,
                                      std::initializer_list<std::string_view> statuses) const {
    return std::ranges::count_if(naive_.reservations(), [&](const auto& entry) {
      const naive_hotel::reservation& one = entry.second;
      return naive_hotel::counts(one, type, night) &&
             std::ranges::find(statuses, one.status) != statuses.end();
    });
  }

  /// Rooms that are neither out of order nor retired; if asked, only those that had been added.
  [[nodiscard]] std::int64_t rooms_on(const std::string& type, date night,
                                      bool only_added = false) const {
    return std::ranges::count_if(naive_.rooms(), [&](const auto& entry) {
      const naive_hotel::room& room = entry.second;
      return room.type == type && !room.out_of_order.contains(night) &&
             !(room.retired_from && *room.retired_from <= night) &&
             !(only_added && night < added_.at(entry.first));
    });
  }

  [[nodiscard]] std::int64_t offered(const std::string& type, date night) const {
    views::search_availability search;
    search.arrival = night;
    search.departure = night.plus_days(1);
    search.hotel = id("grand");
    search.room_type = id(type);
    search.explain = true;  // Of what is restricted only this tells how much is free.
    const auto answer = played_.views().ask(search);
    return std::max<std::int64_t>(answer->items.at(0).free, 0);
  }

  timestamp now_ = moment("2026-12-01T00:00:00Z");
  jumak::testing::live_aggregate<decider> hotel_;
  naive_hotel naive_;
  played_views played_;
  std::map<std::string, date> added_;
};

TEST(RecountProperty, ViewsAgreeWithTheNaiveHotel) {
  EXPECT_TRUE(rc::check("calendar, holds, reservations and figures are those recounted", [] {
    told_twice hotel;
    const std::vector<step> steps = *some_steps();
    for (std::size_t number = 0; number < steps.size(); ++number) {
      hotel.take(steps[number], number);
      hotel.check_holds();
      if (number % 16 == 0 || number + 1 == steps.size()) {
        hotel.check_calendar();
        hotel.check_reservations();
        hotel.check_statistics();
      }
    }
  }));
}

}  // namespace
}  // namespace jumak::hotel::testing
