#include "bench/baseline_decoder.hpp"

#include <gtest/gtest.h>

#include "bench/reply_scanner.hpp"

namespace jumak::bench {
namespace {

TEST(BaselineDecoder, AnswersACommandInTheShapeOfTheProtocol) {
  baseline_decoder decoder;
  ASSERT_TRUE(decoder.decode(
      R"({"id":"a","type":"MakeReservation","aggregate":"hotel/h","data":{"reservation":"r-1"},"actor":"x"})"));
  EXPECT_EQ(
      decoder.reply(3),
      R"({"id":"a","status":"accepted","position":3,"duplicate":false,"events":)"
      R"([{"type":"ReservationMade","stream":"hotel/h/reservation/r-1","version":1,"position":3}]})");
}

TEST(BaselineDecoder, RefusesWhatIsNoCommand) {
  baseline_decoder decoder;
  for (const auto* frame : {"", "{", "[]", "null", R"({"id":"a"})",
                            R"({"id":1,"type":"T","aggregate":"k/n","data":{}})",
                            R"({"id":"a","type":"T","aggregate":"k/n","data":[]})",
                            R"({"id":"a\"","type":"T","aggregate":"k/n","data":{}})",
                            R"({"id":"a","type":"T","aggregate":"kn","data":{}})",
                            R"({"id":"a","type":"T","aggregate":"k/n","data":{},"extra":1})",
                            R"({"id":"a","type":"T","aggregate":"k/n","data":{}} more)"}) {
    EXPECT_FALSE(decoder.decode(frame)) << frame;
    reply_scanner scanner;
    EXPECT_EQ(scanner.scan(decoder.reply(0)).what, scanned_reply::outcome::error) << frame;
  }
}

}  // namespace
}  // namespace jumak::bench
