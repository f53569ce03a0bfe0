#include "app/waiting_note.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace jumak::app {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class WaitingNote : public ::testing::Test {
 protected:
  [[nodiscard]] std::optional<std::string> at(double seconds) {
    const auto after = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
    return note_.look(feed_, start_ + after);
  }

  waiting_note::time_point start_{};
  net::feed_statistics feed_;
  waiting_note note_{"tcp://h:1", "tcp://h:2", start_};
};

TEST_F(WaitingNote, NamesTheAddressesWhereNobodyAnswers) {
  EXPECT_EQ(at(1.9), std::nullopt);
  const auto told = at(2.0);
  ASSERT_TRUE(told);
  EXPECT_THAT(*told, AllOf(HasSubstr("tcp://h:1"), HasSubstr("tcp://h:2"), HasSubstr("command side")));
}

TEST_F(WaitingNote, SpeaksLessAndLessButNeverStops) {
  std::vector<int> spoke;
  for (int second = 0; second <= 250; ++second) {
    if (at(second)) spoke.push_back(second);
  }
  EXPECT_THAT(spoke, ElementsAre(2, 6, 14, 30, 62, 122, 182, 242));
}

TEST_F(WaitingNote, SaysHowFarItHasRead) {
  feed_.connected = true;
  feed_.delivered.next_position = position(8);
  feed_.head.next_position = position(101);
  EXPECT_EQ(at(2), "reading the log: at position 7 of 100");
}

}  // namespace
}  // namespace jumak::app
