#include "bench/workload.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <map>
#include <set>

#include "bench/baseline_decoder.hpp"
#include "bench/bookings.hpp"
#include "bench/reply_scanner.hpp"
#include "core/names.hpp"
#include "core/timestamp.hpp"

namespace jumak::bench {
namespace {

namespace json = boost::json;

constexpr std::size_t frame_bytes_max = 64 * 1024;
const std::string prefix = "0123456789";

std::string text(const json::object& object, std::string_view name) {
  return std::string(object.at(name).as_string());
}

/// Checks the envelope as docs/protocol.md has it, and that no field is unknown.
json::object checked(std::string_view frame) {
  EXPECT_LE(frame.size(), frame_bytes_max);
  json::object command = json::parse({frame.data(), frame.size()}).as_object();
  EXPECT_TRUE(is_identifier(text(command, "id")));
  const std::string aggregate = text(command, "aggregate");
  EXPECT_TRUE(is_identifier(aggregate.substr(aggregate.find('/') + 1))) << aggregate;
  EXPECT_TRUE(command.at("data").is_object());
  for (const auto& field : command)
    EXPECT_TRUE(std::set<std::string_view>({"id", "type", "aggregate", "data", "actor"})
                    .contains(field.key()));
  return command;
}

class EveryWorkload : public testing::TestWithParam<std::string> {};

TEST_P(EveryWorkload, SendsOnlyCommandsOfTheProtocolEachWithItsOwnId) {
  const auto work = make_workload({GetParam(), 3, 10'000}, prefix);
  ASSERT_GE(work->capacity(), 10'000U);
  std::set<std::string> ids;
  for (const auto& frame : work->setup())
    EXPECT_TRUE(ids.insert(text(checked(frame), "id")).second) << frame;
  for (std::uint64_t number = 0; number < 2'000; ++number)
    EXPECT_TRUE(ids.insert(text(checked(work->next(number % 64, number)), "id")).second);
}

TEST_P(EveryWorkload, FramesAndAnswersKeepTheirSize) {
  const auto work = make_workload({GetParam(), 64, 10'000}, prefix);
  baseline_decoder decoder;
  const std::size_t size = work->next(0, 0).size();
  for (const std::uint64_t number : {1ULL, 77'777ULL, 9'999'999'999ULL}) {
    const auto frame = work->next(99'999, number);
    EXPECT_EQ(frame.size(), size);
    ASSERT_TRUE(decoder.decode(frame)) << frame;
    EXPECT_EQ(decoder.reply(1'000'000).size(), work->sample_reply().size());
  }
  reply_scanner scanner;
  EXPECT_EQ(scanner.scan(work->sample_reply()).what, scanned_reply::outcome::accepted);
  EXPECT_EQ(scanner.parsed(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Workloads, EveryWorkload, testing::Values("bookings", "guests", "hot"),
                         [](const auto& chosen) { return chosen.param; });

/// Plays all commands of a small world against a naive inventory.
TEST(Bookings, NeverSellANightTwiceUntilTheirCapacityIsUsed) {
  const bookings::shape shape{2, 2 * bookings::nights_max};
  bookings work(prefix, shape);
  std::map<std::string, std::size_t> sold;
  std::set<std::string> reservations;
  for (std::uint64_t number = 0; number < work.capacity(); ++number) {
    const json::object command = checked(work.next(0, number));
    const json::object& data = command.at("data").as_object();
    EXPECT_TRUE(reservations.insert(text(data, "reservation")).second);
    const auto arrival = date::from_text(text(data, "arrival"));
    const auto departure = date::from_text(text(data, "departure"));
    ASSERT_TRUE(arrival && departure);
    ASSERT_GE(days_between(*arrival, *departure), 1);
    ASSERT_LE(days_between(*arrival, *departure), 3);
    for (date night = *arrival; night < *departure; night = night.plus_days(1)) {
      const std::string key = text(command, "aggregate") + text(data, "room_type") + night.text();
      ASSERT_LE(++sold[key], shape.rooms) << key;
    }
  }
}

TEST(Bookings, StayWithinWhatMayBeBookedToday) {
  bookings work(prefix, {1, bookings::nights_max});
  const date today(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  for (std::uint64_t number = 0; number < work.capacity(); ++number) {
    const json::object command = checked(work.next(0, number));
    const json::object& data = command.at("data").as_object();
    // A day to spare on both sides, for time zones and for midnight.
    EXPECT_GE(days_between(today, *date::from_text(text(data, "arrival"))), 1);
    EXPECT_LE(days_between(today, *date::from_text(text(data, "departure"))), 5 * 365 - 1);
  }
}

TEST(Bookings, SetUpWhatTheyBook) {
  bookings work(prefix, bookings::sized_for(2, 1'000));
  std::set<std::string> hotels;
  std::set<std::string> guests;
  std::map<std::string, std::size_t> rooms;
  for (const auto& frame : work.setup()) {
    const json::object command = checked(frame);
    const json::object& data = command.at("data").as_object();
    const std::string aggregate = text(command, "aggregate");
    const std::string type = text(command, "type");
    if (type == "RegisterHotel") hotels.insert(aggregate);
    if (type == "RegisterGuest") guests.insert(aggregate);
    EXPECT_TRUE(type != "DefineRoomType" || hotels.contains(aggregate));
    if (type == "AddRooms") {
      EXPECT_LE(data.at("rooms").as_array().size(), 1'000U);
      rooms[aggregate + "/" + text(data, "room_type")] += data.at("rooms").as_array().size();
    }
  }
  EXPECT_EQ(rooms.size(), 2 * bookings::room_types);
  for (std::uint64_t number = 0; number < 1'000; ++number) {
    const json::object command = checked(work.next(0, number));
    const json::object& data = command.at("data").as_object();
    EXPECT_EQ(rooms.at(text(command, "aggregate") + "/" + text(data, "room_type")),
              bookings::sized_for(2, 1'000).rooms);
    EXPECT_TRUE(guests.contains("guest/" + text(data, "guest")));
  }
}

}  // namespace
}  // namespace jumak::bench
