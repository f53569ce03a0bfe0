#include "wire/cloud_event.hpp"

#include <gtest/gtest.h>

#include "core/timestamp.hpp"

namespace jumak::wire {
namespace {

// The example of docs/protocol.md, byte for byte.
TEST(CloudEvent, IsExactlyAsTheProtocolShowsIt) {
  record_view record;
  record.aggregate = "hotel/grand-seoul";
  record.id = "01JD0Z3N7R8E9T";
  record.time = timestamp_from_text("2026-11-22T09:00:00.123456Z").value();
  record.actor = "frontdesk-7";
  record.correlation_id = "c-1";
  record.traceparent = "00-ab";
  const event_view event{"reservation/r-1", "ReservationMade", 1, version(1), version(311), ""};
  std::string out;
  write_cloud_event(out, "00ff", record, event, position(1042), R"({"nights":2})");
  EXPECT_EQ(out,
            R"({"specversion":"1.0","id":"1042","source":"/jumak/00ff","type":"ReservationMade",)"
            R"("subject":"hotel/grand-seoul/reservation/r-1","time":"2026-11-22T09:00:00.123456Z",)"
            R"("datacontenttype":"application/json","sequence":"00000000000000001042","streamversion":1,)"
            R"("aggregateversion":311,"commandid":"01JD0Z3N7R8E9T","actor":"frontdesk-7","correlationid":"c-1",)"
            R"("traceparent":"00-ab","data":{"nights":2}})");
}

TEST(CloudEvent, LeavesAbsentAttributesOut) {
  record_view record;
  record.aggregate = "guest/kim";
  record.id = "1";
  const event_view event{"", "GuestRegistered", 1, version(1), version(1), ""};
  std::string out;
  write_cloud_event(out, "00ff", record, event, position(~std::uint64_t{0}), "{}");
  EXPECT_EQ(out,
            R"({"specversion":"1.0","id":"18446744073709551615","source":"/jumak/00ff","type":"GuestRegistered",)"
            R"("subject":"guest/kim","time":"1970-01-01T00:00:00.000000Z","datacontenttype":"application/json",)"
            R"("sequence":"18446744073709551615","streamversion":1,"aggregateversion":1,"commandid":"1","data":{}})");
}

TEST(CloudEvent, OfANewerVersionCarriesItsStoredBytes) {
  record_view record;
  record.aggregate = "hotel/grand-seoul";
  record.id = "1";
  const auto text = [&](std::string_view payload) {
    std::string out;
    write_unread_cloud_event(out, "00ff", record, {"", "PoolOpened", 7, version(1), version(1), payload}, position(3));
    return out;
  };
  EXPECT_EQ(text("foobar"),
            R"({"specversion":"1.0","id":"3","source":"/jumak/00ff","type":"PoolOpened",)"
            R"("subject":"hotel/grand-seoul","time":"1970-01-01T00:00:00.000000Z",)"
            R"("datacontenttype":"application/octet-stream","sequence":"00000000000000000003","streamversion":1,)"
            R"("aggregateversion":1,"commandid":"1","eventschema":7,"data_base64":"Zm9vYmFy"})");
  // As RFC 4648 has it, and bytes above 127.
  EXPECT_TRUE(text("").ends_with(R"("data_base64":""})"));
  EXPECT_TRUE(text("f").ends_with(R"("data_base64":"Zg=="})"));
  EXPECT_TRUE(text("fo").ends_with(R"("data_base64":"Zm8="})"));
  EXPECT_TRUE(text("foo").ends_with(R"("data_base64":"Zm9v"})"));
  EXPECT_TRUE(text("\xFF\xFE\xFD").ends_with(R"("data_base64":"//79"})"));
}

}  // namespace
}  // namespace jumak::wire
