#include "hosting/typed_description.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::hosting {
namespace {

struct lift_box {
  static constexpr std::string_view type = "LiftBox";
  static constexpr rejection_codes<2> rejections{"no_such_box", "too_heavy"};
};
BOOST_DESCRIBE_STRUCT(lift_box, (), ())

TEST(TypedDescription, ListsWhatTheDomainListsInItsOrder) {
  const domain_description described = shelf::make_domain()->describe();
  ASSERT_EQ(described.kinds.size(), 1U);
  const kind_description& shelf = described.kinds[0];
  EXPECT_EQ(shelf.name, "shelf");
  ASSERT_EQ(shelf.commands.size(), std::variant_size_v<shelf::decider::command>);
  EXPECT_EQ(shelf.commands[0].type, "PutBox");
  EXPECT_FALSE(shelf.commands[0].engine_only);
  EXPECT_EQ(shelf.commands.back().type, "RecallBox");
  EXPECT_TRUE(shelf.commands.back().engine_only);
  ASSERT_EQ(shelf.events.size(), std::variant_size_v<shelf::decider::event>);
  EXPECT_EQ(shelf.events[1].type, "BoxWeighed");
  EXPECT_EQ(shelf.events[1].schema, 2U);
  ASSERT_EQ(described.queries.size(), 1U);
  EXPECT_EQ(described.queries[0].type, "CountEvents");
}

TEST(TypedDescription, HasTheSchemasOfTheStructs) {
  const domain_description described = shelf::make_domain()->describe();
  EXPECT_EQ(described.kinds[0].commands[0].data, wire::json_schema<shelf::put_box>());
  EXPECT_EQ(described.kinds[0].events[0].data, wire::json_schema<shelf::box_put>());
  EXPECT_EQ(described.queries[0].data, wire::json_schema<shelf::count_events>());
  EXPECT_EQ(described.queries[0].answer, wire::json_schema<shelf::count_events::answer>());
}

TEST(TypedDescription, TellsTheRejectionsThatAreDeclared) {
  EXPECT_EQ(rejections_of<lift_box>(), (std::vector<std::string>{"no_such_box", "too_heavy"}));
  EXPECT_TRUE(rejections_of<shelf::put_box>().empty());
}

}  // namespace
}  // namespace jumak::hosting
