#include "domain/views/reservation_row.hpp"

#include <gtest/gtest.h>

#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

std::vector<night_rate> nights_at(const std::vector<std::int64_t>& rates) {
  std::vector<night_rate> nights;
  for (const std::int64_t rate : rates) {
    nights.push_back({testing::day("2026-12-01"), money::from_integer(rate).value()});
  }
  return nights;
}

std::string bytes_of(const nightly_rates& rates) {
  std::string bytes;
  keeper out([&](std::string_view piece) { bytes += piece; });
  rates.keep(out);
  out.flush();
  return bytes;
}

TEST(NightlyRates, TellEachNightAndSurviveBeingKept) {
  for (const std::vector<std::int64_t>& each :
       {std::vector<std::int64_t>{900}, {900, 900, 900}, {900, 1000, 0}}) {
    const std::string bytes = bytes_of(nightly_rates(nights_at(each)));
    nightly_rates read;
    unpacker in(bytes);
    read.restore(in);
    EXPECT_TRUE(in.done());
    for (std::size_t night = 0; night < each.size(); ++night) {
      EXPECT_EQ(read.of_night(static_cast<day_number>(night)), each[night]);
    }
    EXPECT_EQ(bytes_of(read), bytes);
  }
}

TEST(NightlyRates, ThatAreTornFail) {
  const std::string bytes = bytes_of(nightly_rates(nights_at({1, 2, 3})));
  nightly_rates read;
  unpacker in(std::string_view(bytes).substr(0, bytes.size() - 1));
  read.restore(in);
  EXPECT_TRUE(in.failed());
}

}  // namespace
}  // namespace jumak::hotel::views
