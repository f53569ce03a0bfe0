#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/decider.hpp"
#include "testkit/described_text.hpp"

namespace jumak::testing {

/// Plays one aggregate the way the engine does: it keeps every stream's version and last type, gives
/// facts about the streams that the state does not hold, checks the expected version between precheck
/// and decide, and folds what was decided. On the way it holds what every decider promises: a decision
/// leaves the state alone, versions held agree with the streams, and a snapshot is the state.
template <decider Decider>
class live_aggregate {
 public:
  using command = typename Decider::command;
  using event = typename Decider::event;
  using state = typename Decider::state;

  void append(const event& happened, timestamp time) {
    const std::string name = Decider::stream_of(happened);
    stream& into = streams_[name];
    into.at = into.at.next();
    into.last_type = std::visit(
        [](const auto& which) { return std::string(std::remove_cvref_t<decltype(which)>::type); },
        happened);
    Decider::evolve(state_, happened, {time, into.at});
    log_.push_back({happened, time, into.at});
  }

  [[nodiscard]] decision<event> decide(const command& asked, timestamp now,
                                       std::optional<version> expected = std::nullopt) const {
    const std::string before = Decider::save(state_);
    decision<event> decided = decide_in(state_, asked, now, expected);
    EXPECT_EQ(Decider::save(state_), before) << "deciding changed the state";
    expect_same_from_snapshot(asked, now, expected, decided);
    return decided;
  }

  /// Decides and folds; the answer is that of decide.
  decision<event> handle(const command& asked, timestamp now) {
    decision<event> decided = decide(asked, now);
    if (decided) {
      for (const event& happened : *decided) {
        append(happened, now);
      }
    }
    return decided;
  }

  /// Goes on with the state that a snapshot brings back.
  void reload() {
    auto loaded = Decider::load(Decider::save(state_));
    ASSERT_TRUE(loaded.has_value()) << "a snapshot does not load";
    state_ = *std::move(loaded);
  }

  /// The state folded anew from all events.
  [[nodiscard]] state refolded() const {
    state fresh;
    for (const logged& entry : log_) {
      Decider::evolve(fresh, entry.happened, {entry.time, entry.at});
    }
    return fresh;
  }

  [[nodiscard]] const state& current() const { return state_; }

 private:
  struct stream {
    version at;
    std::string last_type;
  };
  struct logged {
    event happened;
    timestamp time;
    version at;
  };

  [[nodiscard]] stream_fact fact_of(const std::string& name) const {
    const auto found = streams_.find(name);
    return found == streams_.end() ? stream_fact{name, {}, {}}
                                   : stream_fact{name, found->second.at, found->second.last_type};
  }

  [[nodiscard]] stream_facts facts_for(const state& in, const command& asked) const {
    std::vector<std::string> names = Decider::other_streams(asked);
    names.push_back(Decider::stream_of(asked));
    stream_facts facts;
    for (const std::string& name : names) {
      const auto held = Decider::version_of(in, name);
      if (held) {
        EXPECT_EQ(held->value(), fact_of(name).at.value()) << "the version held of " << name;
      } else {
        facts.add(fact_of(name));
      }
    }
    return facts;
  }

  [[nodiscard]] decision<event> decide_in(const state& in, const command& asked, timestamp now,
                                          std::optional<version> expected) const {
    const stream_facts facts = facts_for(in, asked);
    const decision_context context{now, {}};
    if (auto refused = Decider::precheck(in, facts, asked, context)) {
      return tl::unexpected(*std::move(refused));
    }
    if (expected && *expected != fact_of(Decider::stream_of(asked)).at) {
      return reject("version_conflict", "The stream has another version.");
    }
    return Decider::decide(in, facts, asked, context);
  }

  void expect_same_from_snapshot(const command& asked, timestamp now,
                                 std::optional<version> expected,
                                 const decision<event>& decided) const {
    const auto loaded = Decider::load(Decider::save(state_));
    ASSERT_TRUE(loaded.has_value()) << "a snapshot does not load";
    EXPECT_EQ(Decider::save(*loaded), Decider::save(state_));
    EXPECT_EQ(described_as_text(decide_in(*loaded, asked, now, expected)),
              described_as_text(decided))
        << "a loaded snapshot decides otherwise";
  }

  state state_;
  std::map<std::string, stream> streams_;
  std::vector<logged> log_;
};

}  // namespace jumak::testing
