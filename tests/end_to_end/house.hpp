#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/end_to_end/client.hpp"
#include "tests/end_to_end/server.hpp"

namespace jumak::end_to_end {

/// A server on an empty folder, and a client for each endpoint that answers.
struct house {
  temporary_folder folder;
  server jumak{folder.path() / "data"};
  client commands{jumak.address("commands")};
  client queries{jumak.address("queries")};
  client history{jumak.address("history")};

  /// Sends a command that must be accepted, and gives its position.
  std::uint64_t accepted(std::string_view id, std::string_view type, std::string_view aggregate,
                         object data) {
    const auto answer = commands.ask(text(command(id, type, aggregate, std::move(data))));
    EXPECT_EQ(at(answer, "status"), "accepted") << answer;
    return at(answer, "status") == "accepted" ? position(answer) : 0;
  }

  /// The guest `ada`, and the hotel `grand` with one room of the type `deluxe`.
  void furnish() {
    accepted("seed-1", "RegisterGuest", "guest/ada", {{"full_name", "Ada Lovelace"}});
    accepted("seed-2", "RegisterHotel", "hotel/grand",
             {{"title", "Grand"},
              {"city", "Lisbon"},
              {"country", "PRT"},
              {"time_zone", "Europe/Lisbon"},
              {"currency", "EUR"}});
    accepted("seed-3", "DefineRoomType", "hotel/grand",
             {{"room_type", "deluxe"}, {"title", "Deluxe"}, {"max_guests", 2}, {"rate", 12900}});
    accepted("seed-4", "AddRooms", "hotel/grand",
             {{"room_type", "deluxe"}, {"rooms", boost::json::array{"101"}}});
  }

  /// The position of the last event, as the command side says.
  std::uint64_t head() {
    return position(history.ask(R"({"id":"head","type":"ReadEvents","data":{"limit":1}})"));
  }
};

/// A day so far from today, as the protocol writes it.
std::string day_from_today(int days);

/// Fields of a MakeReservation in `grand` that is in order.
object booking(std::string_view reservation, int arrival_in_days = 30, int nights = 2);

/// A RegisterGuest that is in order.
std::string register_guest(std::string_view id, std::string_view name,
                           std::string_view full_name = "Eve");

}  // namespace jumak::end_to_end
