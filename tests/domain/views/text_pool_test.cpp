#include "domain/views/text_pool.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jumak::hotel::views {
namespace {

TEST(TextPool, GivesEqualTextsOneNumber) {
  text_pool pool;
  const text_number direct = pool.number_of("Direct");
  EXPECT_EQ(pool.number_of(std::string("Dir") + "ect"), direct);
  EXPECT_NE(pool.number_of("direct"), direct);
  EXPECT_EQ(pool.number_of(""), no_text);
  EXPECT_EQ(pool.text_of(no_text), "");
}

TEST(TextPool, KeepsManyAndLongTexts) {
  text_pool pool;
  const auto text_at = [](int number) {
    return std::to_string(number) + std::string(number % 5000 == 0 ? 100'000U : 20U, 'x');
  };
  for (int number = 0; number < 20'000; ++number) {
    EXPECT_EQ(index_of(pool.number_of(text_at(number))), static_cast<std::size_t>(number) + 1);
  }
  for (int number = 0; number < 20'000; ++number) {
    const text_number same = pool.number_of(text_at(number));
    EXPECT_EQ(index_of(same), static_cast<std::size_t>(number) + 1);
    EXPECT_EQ(pool.text_of(same), text_at(number));
  }
}

}  // namespace
}  // namespace jumak::hotel::views
