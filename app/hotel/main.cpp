#include <CLI/App.hpp>

#include "app/hotel/demo_command.hpp"
#include "app/hotel/hotel_domain.hpp"
#include "app/hotel/replay_command.hpp"
#include "app/main_of.hpp"

namespace {

using namespace jumak::app;

client::help_examples hotel_examples() {
  return {.send = "  jumak send RegisterHotel hotel/grand-seoul title='Grand Seoul' city=Seoul country=KOR \\\n"
                  "    time_zone=Asia/Seoul currency=KRW\n"
                  "  jumak send MakeReservation hotel/grand-seoul reservation=r-1 room_type=deluxe \\\n"
                  "    arrival=2026-12-24 departure=2026-12-26 guest=kim guests.adults:=2\n"
                  "  jumak send CancelReservation hotel/grand-seoul --json "
                  "'{\"reservation\":\"r-1\",\"reason\":\"guest\"}'\n",
          .ask = "  jumak ask GetReservation hotel=grand-seoul reservation=r-1\n"
                 "  jumak ask SearchAvailability hotel=grand-seoul arrival=2026-12-24 departure=2026-12-26 guests:=2\n"
                 "  jumak ask GetSystemStatus --raw\n"
                 "  jumak ask GetReservation hotel=grand-seoul reservation=r-1 --after 1042\n",
          .tail = "  jumak tail\n"
                  "  jumak tail hotel/grand-seoul/ --from 1042\n"
                  "  jumak tail hotel/grand-seoul/reservation/r-1/ --no-follow --json\n"};
}

}  // namespace

int main(int argc, char** argv) {
  const auto domain = make_hotel_domain();
  return main_of(argc, argv, *domain,
                 {.description = "Jumak: an event-sourced CQRS server for hotel reservations, or a domain of yours",
                  .start_with = "demo",
                  .examples = hotel_examples(),
                  .more = [](CLI::App& app, int& code) {
                    add_demo_command(app, code);
                    client::add_replay(app, code);
                  }});
}
