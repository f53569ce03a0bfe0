#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/end_to_end/house.hpp"

/// What docs/protocol.md promises of the events: live as they are published, and from history.
namespace jumak::end_to_end {
namespace {

using ::testing::ElementsAre;

class subscriber {
 public:
  subscriber(const server& from, const std::string& prefix)
      : socket_(from.address("events"), zmq::socket_type::sub, prefix) {}

  message next() { return socket_.receive(); }

  /// Calls `publish` with 1, 2, 3 …, which gives a topic, until something was received: PUB says
  /// nothing about who is subscribed, and until then events are lost. Then takes all up to the last.
  template <class Publish>
  void await_subscription(Publish&& publish) {
    int number = 0;
    std::string last;
    std::optional<message> got;
    ASSERT_TRUE(eventually([&] {
      last = publish(std::to_string(++number));
      got = socket_.receive(50ms);
      return got.has_value();
    }));
    while (got->front() != last) got = next();
  }

 private:
  client socket_;
};

class events : public ::testing::Test {
 protected:
  void TearDown() override { EXPECT_EQ(house_.jumak.stop(), 0) << house_.jumak.running().errors(); }

  object read(const std::string& data) {
    return house_.history.ask(R"({"id":"h","type":"ReadEvents","data":)" + data + "}");
  }

  house house_;
};

TEST_F(events, AnEventIsPublishedUnderItsTopicAsACloudEvent) {
  subscriber beats(house_.jumak, "$heartbeat");
  subscriber hotels(house_.jumak, "hotel/");
  subscriber one(house_.jumak, "guest/");
  house_.furnish();
  one.await_subscription([&](const std::string& number) {
    house_.commands.ask(register_guest("1", "probe-" + number));
    return "guest/probe-" + number + "/GuestRegistered";
  });
  hotels.await_subscription([&](const std::string& number) {
    house_.accepted(number, "SetRate", "hotel/grand",
                    {{"room_type", "deluxe"},
                     {"from", "2026-01-01"},
                     {"to", "2026-01-02"},
                     {"rate", std::stoi(number)}});
    return std::string("hotel/grand/RateSet");
  });

  auto register_eve = parsed(register_guest("c-1", "eve"));
  register_eve["actor"] = "frontdesk-7";
  register_eve["correlation_id"] = "corr";
  register_eve["traceparent"] = "00-trace";
  const auto made = position(house_.commands.ask(text(register_eve)));
  const auto published = one.next();
  ASSERT_EQ(published.size(), 2u);
  EXPECT_EQ(published[0], "guest/eve/GuestRegistered");
  auto event = parsed(published[1]);
  EXPECT_EQ(event.at("time").as_string().size(), std::string("2026-11-22T09:00:00.123456Z").size());
  event.erase("time");
  auto padded = std::to_string(made);
  padded.insert(0, 20 - padded.size(), '0');
  const object expected{{"specversion", "1.0"},
                        {"id", std::to_string(made)},
                        {"source", "/jumak/" + house_.jumak.address("log")},
                        {"type", "GuestRegistered"},
                        {"subject", "guest/eve"},
                        {"datacontenttype", "application/json"},
                        {"sequence", padded},
                        {"streamversion", 1},
                        {"aggregateversion", 1},
                        {"commandid", "c-1"},
                        {"actor", "frontdesk-7"},
                        {"correlationid", "corr"},
                        {"traceparent", "00-trace"},
                        {"data", object{{"full_name", "Eve"}}}};
  EXPECT_EQ(event, expected) << event;

  // History says the same of it, byte for byte.
  const auto page = read(R"({"stream":"guest/eve"})");
  EXPECT_EQ(page.at("data").at("events"), (boost::json::array{parsed(published[1])}));

  // The prefix of another kind has nothing of guests, and all of its own.
  house_.accepted("r", "MakeReservation", "hotel/grand", booking("r-1"));
  auto topic = hotels.next()[0];
  while (topic != "hotel/grand/reservation/r-1/ReservationMade") {
    EXPECT_THAT(topic, ::testing::StartsWith("hotel/grand/"));
    topic = hotels.next()[0];
  }

  // After the burst the heartbeat says where the log ends.
  EXPECT_TRUE(eventually([&] {
    const auto beat = beats.next();
    const auto said = parsed(beat.at(1));
    return at(said, "log") == house_.jumak.address("log") && position(said) == made + 1;
  }));
}

TEST_F(events, HistoryIsReadInPagesByStreamPrefixAndType) {
  house_.furnish();
  house_.accepted("1", "MakeReservation", "hotel/grand", booking("r-1"));
  house_.accepted("2", "CancelReservation", "hotel/grand",
                  {{"reservation", "r-1"}, {"reason", "rain"}});
  const auto head = house_.head();
  ASSERT_EQ(head, 6u);

  const auto types = [](const object& page) {
    std::vector<std::string> all;
    for (const auto& event : page.at("data").at("events").as_array())
      all.push_back(at(event.as_object(), "type"));
    return all;
  };
  std::vector<std::string> seen;
  std::string from = "1";
  while (!from.empty()) {
    const auto page = read(R"({"limit":2,"from":)" + from + "}");
    ASSERT_EQ(position(page), head);
    for (const auto& type : types(page)) seen.push_back(type);
    ASSERT_LE(seen.size(), head);
    from = at(page, "data.next");
  }
  EXPECT_THAT(seen, ElementsAre("GuestRegistered", "HotelRegistered", "RoomTypeDefined",
                                "RoomAdded", "ReservationMade", "ReservationCancelled"));

  EXPECT_THAT(types(read(R"({"stream":"hotel/grand"})")),
              ElementsAre("HotelRegistered", "RoomTypeDefined"));
  EXPECT_THAT(types(read(R"({"stream":"hotel/grand/"})")),
              ElementsAre("HotelRegistered", "RoomTypeDefined", "RoomAdded", "ReservationMade",
                          "ReservationCancelled"));
  EXPECT_THAT(types(read(R"({"stream":"hotel/gra"})")), ElementsAre());
  EXPECT_THAT(types(read(R"({"stream":"hotel/grand/reservation/","from":6})")),
              ElementsAre("ReservationCancelled"));
  EXPECT_THAT(types(read(R"({"types":["RoomAdded","GuestRegistered"]})")),
              ElementsAre("GuestRegistered", "RoomAdded"));
  const auto beyond = read(R"({"from":1000})");
  EXPECT_THAT(types(beyond), ElementsAre());
  EXPECT_EQ(at(beyond, "data.next"), "");
}

}  // namespace
}  // namespace jumak::end_to_end
