// A hold falls due while nothing runs: it expires exactly once, and its nights are free exactly once.

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include "tests/end_to_end/house.hpp"

namespace jumak::end_to_end {
namespace {

constexpr std::chrono::seconds time_to_live(1);

object hold(std::string_view reservation) {
  object data = booking(reservation);
  data["ttl_seconds"] = time_to_live.count();
  return data;
}

std::size_t events_of(client& history, std::string_view type) {
  const auto answer = history.ask(text({{"id", "h"},
                                        {"type", "ReadEvents"},
                                        {"data", {{"types", boost::json::array{type}}}}}));
  return answer.at("data").as_object().at("events").as_array().size();
}

std::string status_of(client& queries, std::uint64_t after, std::string_view reservation) {
  const auto answer = queries.ask(text({{"id", "q"},
                                        {"type", "GetReservation"},
                                        {"data", {{"hotel", "grand"}, {"reservation", reservation}}},
                                        {"after", after},
                                        {"timeout_ms", 5'000}}));
  return at(answer, "data.status");
}

TEST(Deadlines, AHoldThatFellDueWhileNothingRanExpiresOnce) {
  temporary_folder folder;
  const auto data = folder.path() / "data";
  std::uint64_t held = 0;
  clock::time_point due;
  {
    house before;
    before.furnish();
    held = before.accepted("c-1", "PlaceHold", "hotel/grand", hold("a"));
    due = clock::now() + time_to_live;  // A little later than the server's.
    const auto full = before.commands.ask(
        text(command("c-2", "MakeReservation", "hotel/grand", booking("b"))));
    EXPECT_EQ(at(full, "error.code"), "no_availability");
    before.jumak.running().signal(SIGKILL);
    EXPECT_EQ(before.jumak.running().wait(), -SIGKILL);
    std::filesystem::rename(before.folder.path() / "data", data);
  }
  // It is due before there is a server again; only the clock makes it so.
  ASSERT_TRUE(eventually([&] { return clock::now() > due; }));
  for (int start = 0; start < 2; ++start) {
    server after(data);
    client commands(after.address("commands"));
    client queries(after.address("queries"));
    client history(after.address("history"));
    // What fell due comes before any command, so the refusal tells a position behind it.
    const auto late = commands.ask(text(command("c-3-" + std::to_string(start), "ConfirmHold",
                                                "hotel/grand", {{"reservation", "a"}})));
    EXPECT_EQ(at(late, "error.code"), "hold_expired");
    EXPECT_EQ(position(late), held + 1);
    EXPECT_EQ(status_of(queries, held + 1, "a"), "expired");
    EXPECT_EQ(events_of(history, "HoldExpired"), 1U);
    EXPECT_EQ(after.stop(), 0);
  }
  server last(data);
  client commands(last.address("commands"));
  const auto booked =
      commands.ask(text(command("c-4", "MakeReservation", "hotel/grand", booking("c"))));
  EXPECT_EQ(at(booked, "status"), "accepted");
  const auto again =
      commands.ask(text(command("c-5", "MakeReservation", "hotel/grand", booking("d"))));
  EXPECT_EQ(at(again, "error.code"), "no_availability");
}

TEST(Deadlines, OnlyTheEngineMayExpireAHold) {
  house one;
  one.furnish();
  one.accepted("c-1", "PlaceHold", "hotel/grand", hold("a"));
  const auto refused = one.commands.ask(
      text(command("c-2", "ExpireHold", "hotel/grand", {{"reservation", "a"}})));
  EXPECT_EQ(at(refused, "error.code"), "unknown_type");
}

}  // namespace
}  // namespace jumak::end_to_end
