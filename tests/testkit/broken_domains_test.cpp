#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "testkit/domain_properties.hpp"
#include "tests/testkit/lamp.hpp"

/// The properties hold of sound domains, and each is seen to fail on a domain with the one fault that it looks for.
namespace jumak::testing {
namespace {

/// Deciding lights the lamp.
struct decides_and_changes : lamp::decider {
  static decision<lamp::event> decide(const state& now, const stream_facts& facts, const lamp::command& asked,
                                      const decision_context& context) {
    const_cast<state&>(now).switched += 1;
    return lamp::decider::decide(now, facts, asked, context);
  }
};

/// A snapshot forgets how often it was switched.
struct saves_too_little : lamp::decider {
  static std::optional<state> load(std::string_view bytes) {
    auto loaded = lamp::decider::load(bytes);
    if (loaded) loaded->switched = 0;
    return loaded;
  }
};

/// What one fold of it sees, another does not.
struct counts_calls : lamp::decider {
  static void evolve(state& now, const lamp::event& happened, const event_context& around) {
    static std::uint64_t calls = 0;
    lamp::decider::evolve(now, happened, around);
    now.switched = ++calls;
  }
};

/// It says that its stream has a version that it has not.
struct holds_wrong_versions : lamp::decider {
  static std::optional<version> version_of(const state& now, std::string_view) { return version(now.switched * 2); }
};

struct get_count {
  static constexpr std::string_view type = "GetCount";
  using answer = lamp::state;
};
BOOST_DESCRIBE_STRUCT(get_count, (), ())

struct counts_events {
  using deciders = boost::mp11::mp_list<lamp::decider>;
  using queries = boost::mp11::mp_list<get_count>;
  static constexpr std::array<std::string_view, 1> view_names{"counts"};
  void apply(const lamp::event&, const applied_event&) { ++counted; }
  result<lamp::state> ask(const get_count&) const { return lamp::state{false, false, counted}; }
  mutable std::uint64_t counted = 0;
};

/// Answers depend on how often was asked.
struct counts_questions : counts_events {
  result<lamp::state> ask(const get_count&) const { return lamp::state{false, false, ++counted}; }
};

TEST(DomainProperties, HoldOfSoundDomains) {
  check_decider<lamp::decider>();
  check_views<counts_events>();
}

TEST(DomainProperties, FindADecisionThatChangesTheState) {
  EXPECT_NONFATAL_FAILURE(check_decider<decides_and_changes>(), "what the engine relies on");
}

TEST(DomainProperties, FindASnapshotThatForgets) {
  EXPECT_FALSE(rc::check([] { played<saves_too_little>(any_steps<saves_too_little>()).expect_replay(); }));
}

TEST(DomainProperties, FindAFoldThatIsNotOfTheEventsAlone) {
  EXPECT_NONFATAL_FAILURE(check_decider<counts_calls>(), "what the engine relies on");
}

TEST(DomainProperties, FindAWrongVersion) {
  EXPECT_NONFATAL_FAILURE(check_decider<holds_wrong_versions>(), "what the engine relies on");
}

TEST(DomainProperties, FindAnAnswerThatDependsOnTheQuestions) {
  EXPECT_NONFATAL_FAILURE(check_views<counts_questions>(), "answers depend on the events alone");
}

}  // namespace
}  // namespace jumak::testing
