#include "actors/read_query.hpp"

#include <gtest/gtest.h>

#include "tests/actors/kept_replies.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using namespace std::chrono_literals;

result<routed_query> read(std::string_view body, std::optional<std::string>& id,
                          net::request_verdict verdict = net::request_verdict::ok) {
  return read_query(request_with(3, body, verdict), std::chrono::steady_clock::time_point(1h), id);
}

TEST(ReadQuery, ReadsAllOfTheEnvelope) {
  std::optional<std::string> id;
  const auto query = read(R"({"id":"q","type":"CountEvents","data":{"shelf":"a"},"after":7,"timeout_ms":20})", id);
  ASSERT_TRUE(query);
  EXPECT_EQ(id, "q");
  EXPECT_EQ(query->id, "q");
  EXPECT_EQ(query->type, "CountEvents");
  EXPECT_EQ(query->data.at("shelf").as_string(), "a");
  EXPECT_EQ(query->after->at, position(7));
  EXPECT_EQ(query->deadline, std::chrono::steady_clock::time_point(1h + 20ms));
  EXPECT_EQ(query->address.slot, 3U);
}

TEST(ReadQuery, KnowsTheIdOfWhatItRefusesIfThereIsOne) {
  std::optional<std::string> id;
  EXPECT_EQ(read(R"({"id":"q","typ":"CountEvents"})", id).error().code, errc::malformed);
  EXPECT_EQ(id, "q");
  id.reset();
  EXPECT_EQ(read(R"({"id":"o","type":"CountEvents"})", id, net::request_verdict::overloaded).error().code, errc::overloaded);
  EXPECT_EQ(id, "o");
  id.reset();
  EXPECT_EQ(read("", id, net::request_verdict::frame_too_large).error().code, errc::too_large);
  EXPECT_FALSE(id);
}

}  // namespace
}  // namespace jumak::actors
