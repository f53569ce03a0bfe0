#include "app/hotel/replay_plan.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <map>
#include <set>

#include "app/hotel/booking_file.hpp"
#include "tests/app/hotel/small_bookings.hpp"
#include "tests/app/client/temporary_file.hpp"

namespace jumak::app::client {
namespace {

using row = small_bookings::row;

replay_plan plan_of(const small_bookings& rows, sizing size = sizing::ample,
                    std::uint32_t rooms = 0) {
  const temporary_file file(rows.text());
  auto bookings = read_bookings(file.path(), "Inn");
  EXPECT_TRUE(bookings) << bookings.error().message;
  auto plan = make_plan(std::move(*bookings),
                        {.title = "Inn", .name = "inn", .size = size, .rooms_a_type = rooms});
  EXPECT_TRUE(plan) << plan.error().message;
  return std::move(*plan);
}

/// `time id` of each command that is not set-up.
std::vector<std::string> order_of(const replay_plan& plan) {
  std::vector<std::string> lines;
  for (const planned_command& command : plan.commands) {
    if (command.type > planned_type::add_rooms) {
      const auto frame = boost::json::parse(plan.frame_of(command)).as_object();
      lines.push_back(std::string(frame.at("time").as_string()).substr(0, 13) + " " +
                      plan.id_of(command));
    }
  }
  return lines;
}

std::string frame_of(const replay_plan& plan, std::string_view id) {
  for (const planned_command& command : plan.commands) {
    if (plan.id_of(command) == id) {
      return plan.frame_of(command);
    }
  }
  return "no command " + std::string(id);
}

std::string room_of(const replay_plan& plan, std::string_view id) {
  const auto frame = boost::json::parse(frame_of(plan, id)).as_object();
  return std::string(frame.at("data").as_object().at("room").as_string());
}

TEST(ReplayPlan, AStayIsPlayedInFull) {
  const replay_plan plan = plan_of(small_bookings().add({}));
  EXPECT_EQ(order_of(plan),
            (std::vector<std::string>{
                "2020-05-07T10 inn-1-RegisterGuest", "2020-05-07T10 inn-1-MakeReservation",
                "2020-05-10T15 inn-1-AssignRoom", "2020-05-10T15 inn-1-CheckIn",
                "2020-05-12T11 inn-1-PostPayment", "2020-05-12T11 inn-1-CheckOut",
                "2020-05-12T11 inn-1-SetRoomStatus"}));
}

TEST(ReplayPlan, TheCommandsOfAStayOnTheWire) {
  const replay_plan plan = plan_of(small_bookings().add({.babies = "1", .assigned = "T"}));
  EXPECT_EQ(
      frame_of(plan, "inn-1-RegisterGuest"),
      R"({"id":"inn-1-RegisterGuest","type":"RegisterGuest","aggregate":"guest/inn-1","time":"2020-05-07T10:00:00Z","data":{"full_name":"Guest 1","email":"guest-1@example.com","phone":"+351000000","country":"KOR"}})");
  EXPECT_EQ(
      frame_of(plan, "inn-1-MakeReservation"),
      R"({"id":"inn-1-MakeReservation","type":"MakeReservation","aggregate":"hotel/inn","time":"2020-05-07T10:00:00Z","data":{"reservation":"b-1","room_type":"S","arrival":"2020-05-10","departure":"2020-05-12","guest":"inn-1","guests":{"adults":2,"children":0,"infants":1},"rate":5050,"meal":"BB","segment":"Direct, by phone","channel":"Direct","country":"KOR","deposit":"No Deposit"}})");
  EXPECT_EQ(
      frame_of(plan, "inn-1-AssignRoom"),
      R"({"id":"inn-1-AssignRoom","type":"AssignRoom","aggregate":"hotel/inn","time":"2020-05-10T15:00:00Z","data":{"reservation":"b-1","room":"T-0001"}})");
  EXPECT_EQ(
      frame_of(plan, "inn-1-CheckIn"),
      R"({"id":"inn-1-CheckIn","type":"CheckIn","aggregate":"hotel/inn","time":"2020-05-10T15:00:00Z","data":{"reservation":"b-1"}})");
  EXPECT_EQ(
      frame_of(plan, "inn-1-PostPayment"),
      R"({"id":"inn-1-PostPayment","type":"PostPayment","aggregate":"hotel/inn","time":"2020-05-12T11:00:00Z","data":{"reservation":"b-1","amount":10100,"method":"card"}})");
  EXPECT_EQ(
      frame_of(plan, "inn-1-SetRoomStatus"),
      R"({"id":"inn-1-SetRoomStatus","type":"SetRoomStatus","aggregate":"hotel/inn","time":"2020-05-12T11:00:00Z","data":{"room":"T-0001","status":"clean"}})");
}

TEST(ReplayPlan, SetsUpTheHotelFirst) {
  const replay_plan plan = plan_of(small_bookings().add({.assigned = "T"}));
  std::vector<std::string> ids;
  for (const planned_command& command : plan.commands) {
    if (command.type <= planned_type::add_rooms) {
      ids.push_back(plan.id_of(command));
      const auto frame = boost::json::parse(plan.frame_of(command)).as_object();
      EXPECT_EQ(frame.at("time").as_string(), "2010-01-01T00:00:00Z");
      EXPECT_EQ(frame.at("aggregate").as_string(), "hotel/inn");
    }
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"inn-hotel", "inn-type-S", "inn-type-T", "inn-rooms-S-1",
                                           "inn-rooms-S-301", "inn-rooms-S-601", "inn-rooms-S-901",
                                           "inn-rooms-T-1", "inn-rooms-T-301", "inn-rooms-T-601",
                                           "inn-rooms-T-901"}));
  EXPECT_EQ(
      frame_of(plan, "inn-hotel"),
      R"({"id":"inn-hotel","type":"RegisterHotel","aggregate":"hotel/inn","time":"2010-01-01T00:00:00Z","data":{"title":"Inn","city":"Algarve","country":"PRT","time_zone":"Europe/Lisbon","currency":"EUR"}})");
  EXPECT_EQ(
      frame_of(plan, "inn-type-T"),
      R"({"id":"inn-type-T","type":"DefineRoomType","aggregate":"hotel/inn","time":"2010-01-01T00:00:00Z","data":{"room_type":"T","title":"Type T","max_guests":60,"rate":10000}})");
  const auto last = boost::json::parse(frame_of(plan, "inn-rooms-T-901")).as_object();
  const auto& rooms = last.at("data").as_object().at("rooms").as_array();
  EXPECT_EQ(rooms.size(), 100U);
  EXPECT_EQ(rooms.front().as_string(), "T-0901");
  EXPECT_EQ(rooms.back().as_string(), "T-1000");
}

TEST(ReplayPlan, CancellationsAndNoShows) {
  const replay_plan plan = plan_of(small_bookings()
                                       .add({.status = "Canceled", .status_date = "2020-05-07"})
                                       .add({.status = "No-Show", .status_date = "2020-05-10"}));
  EXPECT_EQ(order_of(plan),
            (std::vector<std::string>{
                "2020-05-07T10 inn-1-RegisterGuest", "2020-05-07T10 inn-1-MakeReservation",
                "2020-05-07T10 inn-2-RegisterGuest", "2020-05-07T10 inn-2-MakeReservation",
                "2020-05-07T12 inn-1-CancelReservation", "2020-05-10T22 inn-2-MarkNoShow"}));
  EXPECT_NE(frame_of(plan, "inn-1-CancelReservation").find(R"("reason":"guest")"),
            std::string::npos);
}

TEST(ReplayPlan, WhoLeavesOnTheDayOfArrivalPaysInTheEvening) {
  const replay_plan plan = plan_of(small_bookings().add({.status_date = "2020-05-10"}));
  EXPECT_EQ(order_of(plan).back(), "2020-05-10T20 inn-1-SetRoomStatus");
  EXPECT_NE(frame_of(plan, "inn-1-PostPayment").find(R"("amount":10100)"), std::string::npos)
      << "an early departure stays charged in full";
}

TEST(ReplayPlan, AStayThatCostsNothingIsNotPaid) {
  const replay_plan plan = plan_of(small_bookings().add({.adr = "0"}));
  EXPECT_EQ(frame_of(plan, "inn-1-PostPayment"), "no command inn-1-PostPayment");
  EXPECT_EQ(order_of(plan).size(), 6U);
}

TEST(ReplayPlan, AfterARefusedBookingNothingMoreIsSentForItsRow) {
  const std::vector<row> refused = {{.weekend_nights = "0", .week_nights = "0"},
                                    {.adults = "0"},
                                    {.adr = "-6.38"},
                                    {.adults = "61"}};
  for (row bad : refused) {
    for (const char* status : {"Check-Out", "Canceled", "No-Show"}) {
      bad.status = status;
      EXPECT_EQ(order_of(plan_of(small_bookings().add(bad))),
                (std::vector<std::string>{"2020-05-07T10 inn-1-RegisterGuest",
                                          "2020-05-07T10 inn-1-MakeReservation"}));
    }
  }
}

TEST(ReplayPlan, TightSendsOnlyWhatMovesTheInventory) {
  const replay_plan plan = plan_of(small_bookings()
                                       .add({})
                                       .add({.status = "Canceled", .status_date = "2020-05-08"})
                                       .add({.status = "No-Show", .status_date = "2020-05-10"}),
                                   sizing::tight, 40);
  EXPECT_EQ(order_of(plan),
            (std::vector<std::string>{
                "2020-05-07T10 inn-1-MakeReservation", "2020-05-07T10 inn-2-MakeReservation",
                "2020-05-07T10 inn-3-MakeReservation", "2020-05-08T12 inn-2-CancelReservation",
                "2020-05-10T22 inn-3-MarkNoShow"}));
  const auto rooms = boost::json::parse(frame_of(plan, "inn-rooms-S-1")).as_object();
  EXPECT_EQ(rooms.at("data").as_object().at("rooms").as_array().size(), 40U);
}

TEST(ReplayPlan, EachStayGetsTheLowestRoomNobodyIsIn) {
  const replay_plan plan =
      plan_of(small_bookings()
                  .add({.day = "10", .status_date = "2020-05-14"})  // S-0001
                  .add({.day = "10", .status_date = "2020-05-11"})  // S-0002
                  .add({.day = "11", .status_date = "2020-05-15"})  // S-0002, free again
                  .add({.day = "11", .assigned = "T", .status_date = "2020-05-11"})  // until 20:00
                  .add({.day = "11", .assigned = "T", .status_date = "2020-05-12"})  // T-0002
                  .add({.day = "14", .status_date = "2020-05-16"})                   // S-0001
                  .add({.day = "12", .assigned = "T", .status_date = "2020-05-13"}));  // T-0001
  EXPECT_EQ(room_of(plan, "inn-1-AssignRoom"), "S-0001");
  EXPECT_EQ(room_of(plan, "inn-2-AssignRoom"), "S-0002");
  EXPECT_EQ(room_of(plan, "inn-2-SetRoomStatus"), "S-0002");
  EXPECT_EQ(room_of(plan, "inn-3-AssignRoom"), "S-0002");
  EXPECT_EQ(room_of(plan, "inn-4-AssignRoom"), "T-0001");
  EXPECT_EQ(room_of(plan, "inn-5-AssignRoom"), "T-0002");
  EXPECT_EQ(room_of(plan, "inn-6-AssignRoom"), "S-0001");
  EXPECT_EQ(room_of(plan, "inn-7-AssignRoom"), "T-0001");
}

TEST(ReplayPlan, AskForRoomsThatCanBeNamed) {
  EXPECT_FALSE(make_plan({}, {.size = sizing::tight, .rooms_a_type = 0}));
  EXPECT_FALSE(make_plan({}, {.size = sizing::tight, .rooms_a_type = 10'000}));
}

/// The figures that the rows alone decide; those that need a hotel's rules are for a server.
TEST(ReplayPlan, TheRealFileComesToTheKnownNumbers) {
  const char* path = std::getenv("JUMAK_RESORT_CSV");
  if (path == nullptr) {
    GTEST_SKIP() << "set JUMAK_RESORT_CSV to the resort hotel's bookings (.csv or .csv.gz)";
  }
  const auto bookings = read_bookings(path, "Resort Hotel");
  ASSERT_TRUE(bookings) << bookings.error().message;
  const auto ample = make_plan(*bookings, {});
  ASSERT_TRUE(ample) << ample.error().message;
  std::map<planned_type, int> count;
  std::set<std::string> ids;
  std::int64_t revenue_cents = 0;
  std::int64_t nights_charged = 0;
  for (const planned_command& command : ample->commands) {
    ++count[command.type];
    ids.insert(ample->id_of(command));
    if (command.type == planned_type::check_in) {
      const booking& stay = ample->bookings[command.booking];
      revenue_cents += stay.rate_cents * stay.nights;
      nights_charged += stay.nights;
    }
  }
  EXPECT_EQ(ids.size(), ample->commands.size()) << "every id is used once";
  EXPECT_EQ(count[planned_type::register_guest], 40'060);
  EXPECT_EQ(count[planned_type::make_reservation], 40'060);
  EXPECT_EQ(count[planned_type::cancel_reservation], 10'825);
  EXPECT_EQ(count[planned_type::mark_no_show], 285);
  EXPECT_EQ(count[planned_type::assign_room], 28'555);
  EXPECT_EQ(count[planned_type::check_in], 28'555);
  EXPECT_EQ(count[planned_type::post_payment], 28'269);
  EXPECT_EQ(count[planned_type::check_out], 28'555);
  EXPECT_EQ(count[planned_type::set_room_status], 28'555);
  const int set_up = count[planned_type::register_hotel] + count[planned_type::define_room_type] +
                     count[planned_type::add_rooms];
  EXPECT_EQ(set_up, 1 + 11 + 11 * 4);
  EXPECT_EQ(ample->commands.size(), 233'719U + static_cast<std::size_t>(set_up));
  EXPECT_EQ(revenue_cents, 1'160'163'403);
  EXPECT_GE(nights_charged, 119'635) << "early departures give nights back";

  const auto tight = make_plan(*bookings, {.size = sizing::tight, .rooms_a_type = 40});
  ASSERT_TRUE(tight) << tight.error().message;
  EXPECT_EQ(tight->commands.size(), 51'170U + 1 + 11 + 11);
}

}  // namespace
}  // namespace jumak::app::client
