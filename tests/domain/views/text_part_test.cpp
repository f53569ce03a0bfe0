#include "domain/views/text_part.hpp"

#include <gtest/gtest.h>

namespace jumak::hotel::views {
namespace {

TEST(TextPart, IsFoundAnywhereInEitherCase) {
  EXPECT_TRUE(text_part("KIM").is_in("kim minsu"));
  EXPECT_TRUE(text_part("m m").is_in("Kim Minsu"));
  EXPECT_TRUE(text_part("u").is_in("Kim Minsu"));
  EXPECT_TRUE(text_part("").is_in(""));
  EXPECT_FALSE(text_part("minsuu").is_in("Minsu"));
}

TEST(TextPart, TakesOtherLettersAsTheyAre) {
  EXPECT_TRUE(text_part("민수").is_in("김민수"));
  EXPECT_TRUE(text_part("JOSÉ").is_in("josÉ"));
  EXPECT_FALSE(text_part("JOSÉ").is_in("josé"));
}

}  // namespace
}  // namespace jumak::hotel::views
