#include "domain/fields.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel {
namespace {

TEST(Currency, IsThreeCapitalLetters) {
  EXPECT_EQ(currency::from_text("EUR").value().text(), "EUR");
  EXPECT_EQ(currency().text(), "");
  for (const auto* text : {"", "EU", "EURO", "eur", "E1R", "E R", "ÉU"}) {
    EXPECT_FALSE(currency::from_text(text)) << text;
  }
}

TEST(TimeZone, IsOneOfTzdata) {
  for (const auto* text : {"Europe/Lisbon", "Asia/Seoul", "UTC", "Asia/Calcutta"}) {
    EXPECT_TRUE(time_zone::from_text(text)) << text;
  }
  for (const auto* text :
       {"", "localtime", "Europe", "europe/lisbon", "Mars/Olympus", "../Europe/Lisbon",
        "/usr/share/zoneinfo/UTC", "UTC\n", "right/UTC", "tzdata.zi"}) {
    EXPECT_FALSE(time_zone::from_text(text)) << text;
  }
}

TEST(DistinctNames, AreOneToAThousandAndNoTwoAlike) {
  const auto numbered = [](std::size_t count) {
    std::vector<name> items;
    for (std::size_t number = 0; number < count; ++number) {
      items.push_back(name::from_text("r" + std::to_string(number)).value());
    }
    return items;
  };
  EXPECT_FALSE(distinct_names::from_items({}));
  EXPECT_EQ(distinct_names::from_items(numbered(1000)).value().items().size(), 1000U);
  EXPECT_FALSE(distinct_names::from_items(numbered(1001)));
  std::vector<name> twice = numbered(5);
  twice.push_back(twice.front());
  EXPECT_FALSE(distinct_names::from_items(twice));
}

}  // namespace
}  // namespace jumak::hotel
