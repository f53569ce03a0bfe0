#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

#include "testkit/live_aggregate.hpp"
#include "testkit/rejection_count.hpp"

/// Rules as tests: given events, when a command, then events or a refusal.
///
///   given<decider>({…events…}).at("2026-12-01T12:00:00Z").when(command).then({…events…});
///   given<decider>({…events…}).when(command).then_rejected("code", {{"detail", 3}});
namespace jumak::testing {

template <decider Decider>
class outcome {
 public:
  using event = typename Decider::event;

  outcome(const typename Decider::command& asked, decision<event> decided)
      : asked_(type_of(asked)), decided_(std::move(decided)) {}

  void then(std::vector<event> expected,
            std::source_location where = std::source_location::current()) const {
    expect(described_as_text(decided_), described_as_text(decision<event>(std::move(expected))),
           where);
  }

  void then_nothing_to_do(std::source_location where = std::source_location::current()) const {
    then({}, where);
  }

  /// Of the details only those named here must be there and equal. The command must declare the code; the
  /// engine's own version_conflict needs no declaration.
  void then_rejected(std::string_view code, std::vector<detail> details = {},
                     std::source_location where = std::source_location::current()) const {
    const std::string got = described_as_text(decided_);
    if (decided_ || decided_.error().code != code) {
      fail(got, "  rejected: " + std::string(code) + "\n", where);
      return;
    }
    if (!declares<Decider>(asked_, code)) {
      fail(got, "  a code that " + asked_ + " declares among its rejections\n", where);
    }
    rejections_seen().note(Decider::kind, asked_, code);
    const std::vector<detail>& found = decided_.error().details;
    for (const detail& fact : details) {
      if (std::ranges::find(found, fact) == found.end()) {
        fail(got, "  among the details: " + fact.key + "\n", where);
      }
    }
  }

  [[nodiscard]] bool is_rejected() const { return !decided_.has_value(); }

  void then_message(std::string_view message,
                    std::source_location where = std::source_location::current()) const {
    expect(decided_ ? "" : decided_.error().message, std::string(message), where);
  }

 private:
  static void fail(const std::string& got, const std::string& wanted, std::source_location where) {
    ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line())) << "then wanted\n"
                                                                      << wanted << "but got\n"
                                                                      << got;
  }
  static void expect(const std::string& got, const std::string& wanted,
                     std::source_location where) {
    if (got != wanted) {
      fail(got, wanted, where);
    }
  }

  std::string asked_;
  decision<event> decided_;
};

template <decider Decider>
class scenario {
 public:
  using command = typename Decider::command;
  using event = typename Decider::event;

  explicit scenario(const std::vector<event>& events) {
    for (const event& happened : events) {
      aggregate_.append(happened, now_);
    }
  }
  /// The moment of the next command.
  scenario& at(std::string_view time) {
    const auto read = timestamp_from_text(time);
    EXPECT_TRUE(read.has_value()) << "not a moment: " << time;
    now_ = read.value_or(now_);
    return *this;
  }
  scenario& expecting(std::uint64_t expected) {
    expected_ = version(expected);
    return *this;
  }
  /// Only asks; the scenario stays as it is.
  [[nodiscard]] outcome<Decider> when(const command& asked) const {
    EXPECT_EQ(Decider::save(aggregate_.refolded()), Decider::save(aggregate_.current()));
    return outcome<Decider>(asked, aggregate_.decide(asked, now_, expected_));
  }

 private:
  live_aggregate<Decider> aggregate_;
  timestamp now_ = *timestamp_from_text("2026-12-01T12:00:00Z");
  std::optional<version> expected_;
};

template <decider Decider>
[[nodiscard]] scenario<Decider> given(const std::vector<typename Decider::event>& events) {
  return scenario<Decider>(events);
}

}  // namespace jumak::testing
