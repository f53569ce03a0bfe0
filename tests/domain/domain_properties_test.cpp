#include "testkit/domain_properties.hpp"

#include "domain/views/read_views.hpp"
#include "tests/domain/hotel/samples.hpp"

/// What the engine relies on, of the hotel and its guests, on random commands made from their descriptions.
namespace jumak::testing {

/// A hotel with two types and three rooms, of the names that random commands use.
template <>
struct opening<hotel::decider> {
  [[nodiscard]] static std::vector<hotel::command> commands() {
    using namespace hotel::testing;
    const auto type = [](std::string_view which) {
      return hotel::define_room_type{id(which), words("Room"), hotel::guest_limit::from_integer(9).value(), cents(100)};
    };
    const auto rooms = [](std::string_view which, std::vector<name> names) {
      return hotel::add_rooms{id(which), hotel::distinct_names::from_items(std::move(names)).value()};
    };
    return {the_registration(), type("a"), type("b"), rooms("a", {id("a"), id("b")}), rooms("b", {id("c")})};
  }
};

namespace {

TEST(DomainProperty, TheHotelKeepsWhatTheEngineReliesOn) { check_decider<hotel::decider>(); }

TEST(DomainProperty, GuestsKeepWhatTheEngineReliesOn) { check_decider<guest::decider>(); }

TEST(DomainProperty, AnswersComeFromTheEventsAlone) { check_views<hotel::read_views>(); }

}  // namespace
}  // namespace jumak::testing
