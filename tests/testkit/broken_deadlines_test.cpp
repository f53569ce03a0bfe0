#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "testkit/domain_properties.hpp"
#include "tests/testkit/egg_timer.hpp"

/// The properties about deadlines hold of a sound domain, and are seen to fail on ones with a fault.
namespace jumak::testing {
namespace {

/// What is due is wound up again for the same moment: the engine would never be done with it.
struct rings_for_ever : egg_timer::decider {
  static decision<egg_timer::event> decide(const state& now, const stream_facts& facts,
                                           const egg_timer::command& asked, const decision_context& context) {
    if (std::holds_alternative<egg_timer::ring>(asked)) {
      return std::vector<egg_timer::event>{egg_timer::wound_up{context.now}};
    }
    return egg_timer::decider::decide(now, facts, asked, context);
  }
};

/// Arms the first time by one clock and, when the event is read from disk, by another.
struct reads_another_time : egg_timer::decider {
  static deadline_change deadline_of(const egg_timer::event& happened) {
    static std::int64_t calls = 0;
    deadline_change change = egg_timer::decider::deadline_of(happened);
    if (change.what == deadline_change::kind::arm) change.due += std::chrono::microseconds(++calls);
    return change;
  }
};

/// Of what is due it makes a refusal that it never declared.
struct refuses_to_ring : egg_timer::decider {
  static decision<egg_timer::event> decide(const state& now, const stream_facts& facts,
                                           const egg_timer::command& asked, const decision_context& context) {
    if (std::holds_alternative<egg_timer::ring>(asked)) return reject("broken", "The bell is broken.");
    return egg_timer::decider::decide(now, facts, asked, context);
  }
};

TEST(DomainProperties, HoldOfASoundDeadline) { check_decider<egg_timer::decider>(); }

TEST(DomainProperties, FindADeadlineThatIsNeverOver) {
  EXPECT_NONFATAL_FAILURE(check_decider<rings_for_ever>(), "what the engine relies on");
}

TEST(DomainProperties, FindADeadlineThatDiskAndMemorySeeDifferently) {
  EXPECT_NONFATAL_FAILURE(check_decider<reads_another_time>(), "what the engine relies on");
}

TEST(DomainProperties, FindADeadlineThatIsRefused) {
  EXPECT_NONFATAL_FAILURE(check_decider<refuses_to_ring>(), "what the engine relies on");
}

}  // namespace
}  // namespace jumak::testing
