#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "testkit/domain_properties.hpp"
#include "tests/testkit/lamp.hpp"

/// The properties about encodings and about folding whatever happened are seen to fail on domains with such a fault.
namespace jumak::testing {
namespace {

/// A text that loses its last character each time it is read.
class wearing_text {
 public:
  static constexpr std::string_view expected = "a text";

  static std::optional<wearing_text> from_text(std::string_view text) {
    wearing_text read;
    read.text_ = text.substr(0, text.empty() ? 0 : text.size() - 1);
    return read;
  }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

/// A lamp with something written on it.
struct write_on {
  static constexpr std::string_view type = "WriteOn";
  static constexpr rejection_codes<0> rejections{};
  wearing_text words;
};
BOOST_DESCRIBE_STRUCT(write_on, (), (words))

struct written_on {
  static constexpr std::string_view type = "WrittenOn";
  static constexpr unsigned schema = 1;
  wearing_text words;
};
BOOST_DESCRIBE_STRUCT(written_on, (), (words))

/// Decides and folds nothing of worth: `Command` is answered with one `Event`.
template <class Command, class Event>
struct one_command : plain_decider<lamp::state, std::variant<Command>, std::variant<Event>, int, int> {
  static constexpr std::string_view kind = "lamp";
  static constexpr std::uint32_t rules = 1;
  static std::string stream_of(const auto&) { return {}; }
  static decision<std::variant<Event>> decide(const lamp::state&, const stream_facts&, const std::variant<Command>&,
                                              const decision_context&) {
    Event happened{};
    if constexpr (requires { happened.words; }) happened.words = *wearing_text::from_text("lamp");
    return std::vector<std::variant<Event>>{happened};
  }
  static void evolve(lamp::state& now, const std::variant<Event>&, const event_context&) { ++now.switched; }
};

struct says_too_little : one_command<write_on, lamp::switched_on> {};
struct stores_too_little : one_command<lamp::switch_on, written_on> {};

/// Cannot fold what its rules never let happen: nobody can ask for a lamp to break.
struct cannot_break : lamp::decider {
  static void evolve(state& now, const lamp::event& happened, const event_context& around) {
    if (std::holds_alternative<lamp::lamp_broken>(happened)) throw std::logic_error("a lamp cannot break");
    lamp::decider::evolve(now, happened, around);
  }
};

/// Folds it into a state that no snapshot brings back.
struct is_lost_when_broken : lamp::decider {
  static std::optional<state> load(std::string_view bytes) {
    auto loaded = lamp::decider::load(bytes);
    return loaded && loaded->broken ? std::nullopt : loaded;
  }
};

TEST(DomainProperties, FindACommandThatIsAnotherAfterTheWire) {
  EXPECT_NONFATAL_FAILURE(check_decider<says_too_little>(), "what the engine relies on");
}

TEST(DomainProperties, FindAnEventThatIsAnotherAfterTheDisk) {
  EXPECT_NONFATAL_FAILURE(check_decider<stores_too_little>(), "what the engine relies on");
}

TEST(DomainProperties, FindAnEventThatCannotBeFolded) {
  EXPECT_NONFATAL_FAILURE(check_decider<cannot_break>(), "any event can be folded");
}

TEST(DomainProperties, FindAFoldThatNoSnapshotKeeps) {
  EXPECT_NONFATAL_FAILURE(check_decider<is_lost_when_broken>(), "any event can be folded");
}

}  // namespace
}  // namespace jumak::testing
