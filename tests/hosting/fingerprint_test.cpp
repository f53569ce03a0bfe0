#include <gtest/gtest.h>

#include <set>

#include "hosting/typed_kind.hpp"

/// Saved states are read back only by a domain that means the same by them.
namespace jumak::hosting {
namespace {

struct ask {
  static constexpr std::string_view type = "Ask";
};
BOOST_DESCRIBE_STRUCT(ask, (), ())

struct opaque {
  int secret = 0;
};

struct open {
  std::uint64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(open, (), (sum))

struct opener {
  std::uint64_t sum = 0;
  std::uint64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(opener, (), (sum, count))

struct counted {
  static constexpr std::string_view type = "Counted";
  static constexpr unsigned schema = 1;
  std::uint64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(counted, (), (number))

struct counted_later {
  static constexpr std::string_view type = "Counted";
  static constexpr unsigned schema = 2;
  using earlier = counted;
  [[nodiscard]] static counted_later upcast(const counted& before) { return {before.number}; }
  std::uint64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(counted_later, (), (number))

struct counted_by {
  static constexpr std::string_view type = "Counted";
  static constexpr unsigned schema = 1;
  std::uint64_t number = 0;
  std::string who;
};
BOOST_DESCRIBE_STRUCT(counted_by, (), (number, who))

struct tallied {
  static constexpr std::string_view type = "Tallied";
  static constexpr unsigned schema = 1;
  std::uint64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(tallied, (), (number))

/// A decider of these and no more; `Turn` tells two of the same apart.
template <class State, std::uint32_t Rules, int Turn, class... Events>
struct counter {
  using state = State;
  using command = std::variant<ask>;
  using event = std::variant<Events...>;
  static constexpr std::string_view kind = "counter";
  static constexpr std::uint32_t rules = Rules;

  static std::string stream_of(const command&) { return {}; }
  static std::vector<std::string> other_streams(const command&) { return {}; }
  static std::string stream_of(const event&) { return {}; }
  static std::optional<version> version_of(const state&, std::string_view) { return std::nullopt; }
  static std::optional<rejection> precheck(const state&, const stream_facts&, const command&, const decision_context&) {
    return std::nullopt;
  }
  static decision<event> decide(const state&, const stream_facts&, const command&, const decision_context&) {
    return std::vector<event>{};
  }
  static void evolve(state&, const event&, const event_context&) {}
  static std::string save(const state&) { return {}; }
  static std::optional<state> load(std::string_view) { return std::nullopt; }
};

template <class State, std::uint32_t Rules, class... Events>
std::uint64_t print() {
  const auto first = typed_kind<counter<State, Rules, 1, Events...>>().fingerprint();
  const auto again = typed_kind<counter<State, Rules, 2, Events...>>().fingerprint();
  EXPECT_EQ(first, again) << "of the same parts";
  return first;
}

TEST(Fingerprint, ChangesWhenAnEventOrTheStateHasAnotherForm) {
  const std::set<std::uint64_t> prints{
      print<opaque, 1, counted>(),       print<opaque, 2, counted>(), print<opaque, 1, counted_later>(),
      print<opaque, 1, counted_by>(),    print<opaque, 1, tallied>(), print<opaque, 1, counted, tallied>(),
      print<open, 1, counted>(),         print<opener, 1, counted>(),
  };
  EXPECT_EQ(prints.size(), 8U);
}

}  // namespace
}  // namespace jumak::hosting
