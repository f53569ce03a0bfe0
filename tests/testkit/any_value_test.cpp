#include "testkit/any_value.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::testing {
namespace {

enum class colour : std::uint8_t { red = 3, green };
BOOST_DESCRIBE_ENUM(colour, red, green)

using few = bounded_integer<struct few_tag, -2, 100>;

struct everything {
  name who;
  few count;
  colour paint{};
  std::optional<free_text> note;
  std::vector<date> days;
  timestamp made;
  version at;
  bool open = false;
};
BOOST_DESCRIBE_STRUCT(everything, (), (who, count, paint, note, days, made, at, open))

/// A struct with a rule over its fields.
struct at_least_one {
  std::optional<name> left;
  std::optional<name> right;
  static std::optional<std::string> check(const at_least_one& made) {
    return made.left || made.right ? std::nullopt : std::optional<std::string>("one of them");
  }
};
BOOST_DESCRIBE_STRUCT(at_least_one, (), (left, right))

RC_GTEST_PROP(AnyValueProperty, IsOneThatItsTypeTakes, ()) {
  const auto made = any_value<everything>();
  RC_ASSERT(!made.who.text().empty());
  RC_ASSERT((made.count.integer() >= -2 && made.count.integer() <= 100));
  RC_ASSERT((made.paint == colour::red || made.paint == colour::green));
  RC_ASSERT((!made.note || !made.note->text().empty()));
  RC_ASSERT(unpacked<everything>(packed(made)).has_value());
}

RC_GTEST_PROP(AnyValueProperty, KeepsTheRulesOverSeveralFields, ()) {
  RC_ASSERT(!at_least_one::check(any_value<at_least_one>()));
}

TEST(AnyValueProperty, ReachesEveryAlternativeAndTheLimits) {
  std::set<std::size_t> alternatives;
  std::set<std::int64_t> counts;
  EXPECT_TRUE(rc::check([&] {
    for (int left = 20; left > 0; --left) {
      alternatives.insert(any_alternative<shelf::decider::command>().index());
      counts.insert(any_value<few>().integer());
    }
  }));
  EXPECT_EQ(alternatives.size(), std::variant_size_v<shelf::decider::command>);
  EXPECT_TRUE(counts.contains(-2) && counts.contains(100) && counts.contains(0) && counts.contains(1));
}

}  // namespace
}  // namespace jumak::testing
