#include <gtest/gtest.h>

#include "domain/hotel/decider.hpp"
#include "testkit/given_when_then.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

using jumak::testing::given;

std::vector<event> with_booking() {
  return small_hotel() + std::vector<event>{booked("r-1", "double", "2026-12-24", "2026-12-26"),
                                            paid("r-1", 500)};
}
const event cancelled = reservation_cancelled{id("r-1"), words("ill")};
const event not_shown = reservation_marked_no_show{id("r-1")};

refund_payment refunding(std::int64_t amount) { return {id("r-1"), cents(amount), words("card")}; }

TEST(RequestDeposit, SaysHowMuchAndByWhen) {
  given<decider>(with_booking())
      .when(request_deposit{id("r-1"), cents(5000), day("2026-12-24")})
      .then({deposit_requested{id("r-1"), cents(5000), day("2026-12-24")}});
}

TEST(RequestDeposit, RefusesInTheOrderOfTheContract) {
  const request_deposit asked{id("r-1"), cents(0), day("2026-11-30")};
  given<decider>(small_hotel()).when(asked).then_rejected("unknown_reservation");
  given<decider>(small_hotel() +
                 std::vector<event>{held("r-1", "double", "2026-12-24", "2026-12-26")})
      .when(asked)
      .then_rejected("wrong_state", {{"status", "held"}});
  given<decider>(with_booking()).when(asked).then_rejected("invalid_amount", {{"amount", 0}});
  given<decider>(with_booking())
      .when(request_deposit{id("r-1"), cents(1), day("2026-11-30")})
      .then_rejected("invalid_due", {{"today", "2026-12-01"}});
  given<decider>(with_booking())
      .when(request_deposit{id("r-1"), cents(1), day("2026-12-25")})
      .then_rejected("invalid_due", {{"arrival", "2026-12-24"}});
}

TEST(RefundPayment, GivesBackWhatWasPaid) {
  given<decider>(with_booking())
      .when(refunding(500))
      .then({payment_refunded{id("r-1"), cents(500), words("card")}});
  given<decider>(with_booking() +
                 std::vector<event>{payment_refunded{id("r-1"), cents(400), words("card")}})
      .when(refunding(101))
      .then_rejected("refund_too_large", {{"refundable", 100}});
}

TEST(RefundPayment, OfOneThatEndedGivesBackWhatTheFeeLeaves) {
  const fee_charged fee{id("r-1"), fee_reason::cancellation, sum(300)};
  const auto history = with_booking() + std::vector<event>{fee, cancelled};
  const event refunded = cancellation_refunded{id("r-1"), cents(200), words("card")};
  given<decider>(history).when(refunding(200)).then({refunded});
  given<decider>(history).when(refunding(201)).then_rejected("refund_too_large");
  given<decider>(history + std::vector<event>{refunded})
      .when(refunding(1))
      .then_rejected("refund_too_large", {{"refundable", 0}});
  given<decider>(with_booking() + std::vector<event>{not_shown})
      .when(refunding(500))
      .then({no_show_refunded{id("r-1"), cents(500), words("card")}});
}

TEST(RefundPayment, LeavesTheNameClosedAsItWas) {
  const auto cancelled_one =
      with_booking() +
      std::vector<event>{cancelled, cancellation_refunded{id("r-1"), cents(5), words("card")}};
  const auto missed_one =
      with_booking() +
      std::vector<event>{not_shown, no_show_refunded{id("r-1"), cents(5), words("card")}};
  given<decider>(cancelled_one)
      .when(check_in{id("r-1")})
      .then_rejected("reservation_closed", {{"status", "cancelled"}});
  given<decider>(missed_one)
      .when(check_in{id("r-1")})
      .then_rejected("reservation_closed", {{"status", "no_show"}});
}

TEST(RefundPayment, RefusesInTheOrderOfTheContract) {
  given<decider>(small_hotel()).when(refunding(0)).then_rejected("unknown_reservation");
  given<decider>(small_hotel() +
                 std::vector<event>{held("r-1", "double", "2026-12-24", "2026-12-26")})
      .when(refunding(0))
      .then_rejected("wrong_state");
  given<decider>(with_booking()).when(refunding(0)).then_rejected("invalid_amount");
  given<decider>(with_booking()).when(refunding(-1)).then_rejected("invalid_amount");
  given<decider>(with_booking() + std::vector<event>{cancelled})
      .at("2026-12-31T12:00:00.000001Z")
      .when(refunding(1))
      .then_rejected("reservation_closed", {{"status", "cancelled"}});
}

}  // namespace
}  // namespace jumak::hotel::testing
