#include "core/error.hpp"

#include <gtest/gtest.h>

#include <set>

namespace jumak {
namespace {

TEST(Errors, EachHasANameOfItsOwnAndASentence) {
  std::set<std::string_view> names;
  for (std::size_t code = 0; code < errc_count; ++code) {
    EXPECT_TRUE(names.insert(name_of(static_cast<errc>(code))).second);
    EXPECT_TRUE(sentence_of(static_cast<errc>(code)).ends_with('.'));
  }
}

TEST(Errors, NamesAreThoseOfTheProtocol) {
  EXPECT_EQ(name_of(errc::malformed), "malformed");
  EXPECT_EQ(name_of(errc::unknown_aggregate_kind), "unknown_aggregate_kind");
  EXPECT_EQ(name_of(errc::outcome_unknown), "outcome_unknown");
  EXPECT_EQ(name_of(errc::wrong_log), "wrong_log");
  EXPECT_EQ(name_of(errc::internal), "internal");
}

}  // namespace
}  // namespace jumak
