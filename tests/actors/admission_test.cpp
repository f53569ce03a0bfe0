#include "actors/admission.hpp"

#include <gtest/gtest.h>

namespace jumak::actors {
namespace {

TEST(Admission, OpenDoorsRefuseNobody) { EXPECT_FALSE(admission().refusal(50)); }

TEST(Admission, APassingTroubleAsksToComeAgainAndALastingOneDoesNot) {
  admission doors;
  doors.set(admission::state::tail_full);
  EXPECT_EQ(doors.refusal(70)->code, errc::overloaded);
  EXPECT_EQ(doors.refusal(70)->retry_after_ms, 70U);
  for (const auto lasting : {admission::state::starting, admission::state::stopping, admission::state::log_failed}) {
    doors.set(lasting);
    EXPECT_EQ(doors.refusal(70)->code, errc::unavailable);
    EXPECT_FALSE(doors.refusal(70)->retry_after_ms);
  }
}

TEST(Admission, APassingTroubleDoesNotHideALastingOne) {
  admission doors;
  doors.set(admission::state::log_failed);
  doors.change(admission::state::open, admission::state::tail_full);
  doors.change(admission::state::tail_full, admission::state::open);
  EXPECT_EQ(doors.now(), admission::state::log_failed);
}

}  // namespace
}  // namespace jumak::actors
