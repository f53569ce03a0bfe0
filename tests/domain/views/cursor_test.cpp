#include "domain/views/cursor.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/views/desk_lists.hpp"
#include "domain/views/paging.hpp"
#include "tests/domain/hotel/samples.hpp"

namespace jumak::hotel::views {
namespace {

using testing::day;
using testing::id;

list_arrivals arrivals(std::string_view hotel, std::string_view date) {
  return {id(hotel), day(date), std::nullopt, std::nullopt};
}

TEST(Cursor, IsReadByTheSameQueryWithAnotherLimit) {
  list_arrivals query = arrivals("grand", "2026-12-01");
  query.cursor = cursor_after(query, name_key{"r-1"});
  query.limit = page_limit::from_integer(7);
  const auto key = cursor_key<name_key>(query);
  ASSERT_TRUE(key.has_value());
  EXPECT_EQ((*key)->name, "r-1");
}

TEST(Cursor, IsNotReadByAnotherQuery) {
  const std::string cursor = cursor_after(arrivals("grand", "2026-12-01"), name_key{"r-1"});
  list_arrivals other_day = arrivals("grand", "2026-12-02");
  other_day.cursor = cursor;
  EXPECT_EQ(cursor_key<name_key>(other_day).error().code, errc::malformed);
  list_departures other_type{id("grand"), day("2026-12-01"), std::nullopt, cursor};
  EXPECT_EQ(cursor_key<name_key>(other_type).error().code, errc::malformed);
}

TEST(Cursor, ComplaintNamesTheField) {
  list_arrivals query = arrivals("grand", "2026-12-01");
  query.cursor = "";
  EXPECT_EQ(cursor_key<name_key>(query).error().message.substr(0, 12), "data.cursor:");
}

RC_GTEST_PROP(Cursor, IsNeverReadWhenMadeUp, (const std::string& text)) {
  list_arrivals query = arrivals("grand", "2026-12-01");
  query.cursor = text;
  RC_ASSERT(!cursor_key<name_key>(query).has_value());
}

RC_GTEST_PROP(Cursor, IsNeverReadWithOneCharacterChanged, (std::uint8_t place, char letter)) {
  list_arrivals query = arrivals("grand", "2026-12-01");
  query.cursor = cursor_after(query, name_key{"r-1"});
  char& changed = (*query.cursor)[place % query.cursor->size()];
  RC_PRE(changed != letter);
  changed = letter;
  RC_ASSERT(!cursor_key<name_key>(query).has_value());
}

}  // namespace
}  // namespace jumak::hotel::views
