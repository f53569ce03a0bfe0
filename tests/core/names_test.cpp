#include "core/names.hpp"

#include <gtest/gtest.h>

namespace jumak {
namespace {

TEST(Name, IsOneTo64PlainCharacters) {
  for (const std::string& good : {std::string("a"), std::string("A-Z_0.9:x"), std::string("..."), std::string(".a"),
                                  std::string(64, 'x')}) {
    EXPECT_TRUE(name::from_text(good)) << good;
  }
  for (const std::string& bad : {std::string(), std::string("."), std::string(".."), std::string(65, 'x'),
                                 std::string("a/b"), std::string("a b"), std::string("a\0b", 3), std::string("é"),
                                 std::string("$a"), std::string("a\n"), std::string("%2e")}) {
    EXPECT_FALSE(name::from_text(bad)) << bad;
  }
}

TEST(CommandId, MayBeDotsButNeverTheEnginesOwn) {
  EXPECT_TRUE(command_id::from_text(".."));
  EXPECT_TRUE(command_id::from_text(std::string(64, '1')));
  for (const std::string& bad : {std::string(), std::string(65, '1'), std::string("$due"), std::string("a/b")}) {
    EXPECT_FALSE(command_id::from_text(bad)) << bad;
  }
}

TEST(AggregateId, IsAKindAndAName) {
  const auto read = aggregate_id::from_text("hotel/grand-seoul");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->kind(), "hotel");
  EXPECT_EQ(read->which(), "grand-seoul");
  EXPECT_EQ(*read, aggregate_id("hotel", name::from_text("grand-seoul").value()));
  EXPECT_EQ(aggregate_id::from_log("hotel/x").which(), "x");
  for (const std::string& bad : {std::string("hotel"), std::string("hotel/"), std::string("/x"), std::string("hotel/."),
                                 std::string("hotel/.."), std::string("hotel/a/b"), std::string("ho tel/x"),
                                 std::string("hotel//x"), "hotel/" + std::string(65, 'x'), std::string()}) {
    EXPECT_FALSE(aggregate_id::from_text(bad)) << bad;
  }
}

TEST(StreamName, OfTheAggregateItselfHasNoSuffix) {
  EXPECT_EQ(stream_name("hotel/x", ""), "hotel/x");
  EXPECT_EQ(stream_name("hotel/x", "room/1"), "hotel/x/room/1");
}

}  // namespace
}  // namespace jumak
