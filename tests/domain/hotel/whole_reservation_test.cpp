#include "domain/hotel/whole_reservation.hpp"

#include <gtest/gtest.h>

#include "core/pack.hpp"
#include "domain/hotel/decider.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::testing {
namespace {

TEST(WholeReservation, IsWhatTheEventsTold) {
  reservation_made made = with_everything(booked("r-1", "double", "2026-12-24", "2026-12-27"));
  made.rate = cents(10000);
  made.nights[1].rate = cents(1);
  state hotel;
  for (const event& happened : small_hotel() + std::vector<event>{made}) {
    decider::evolve(hotel, happened, {{}, version(1)});
  }
  EXPECT_EQ(packed(whole_reservation(hotel, id("r-1"))), packed(made));
}

TEST(WholeReservation, IsTheSameToldAsChanged) {
  const reservation_made made =
      with_everything(booked("r-1", "double", "2026-12-24", "2026-12-27"));
  EXPECT_EQ(packed(as_changed(made)), packed(made));
}

}  // namespace
}  // namespace jumak::hotel::testing
