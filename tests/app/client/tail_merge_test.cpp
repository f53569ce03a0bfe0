#include "app/client/tail_merge.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <random>

namespace jumak::app::client {
namespace {

using view = tail_merge::view;
using positions = std::vector<std::uint64_t>;

positions of(const std::vector<tail_event>& events) {
  positions found;
  for (const tail_event& event : events) {
    found.push_back(event.position);
  }
  return found;
}

tail_event at(std::uint64_t position) { return {position, {}}; }

/// Begins the wanted read and answers it with all of 1..head from there on.
positions read_to(tail_merge& merge, std::uint64_t head) {
  const auto from = merge.read_wanted();
  EXPECT_TRUE(from);
  merge.begin_read();
  EXPECT_FALSE(merge.read_wanted()) << "one read at a time";
  tail_page page{{}, {}, head};
  for (std::uint64_t position = from.value_or(1); position <= head; ++position) {
    page.events.push_back(at(position));
  }
  return of(merge.take_page(std::move(page)));
}

TEST(TailMerge, ReadsHistoryFirstAndKeepsWhatComesMeanwhile) {
  tail_merge merge(1, view::everything);
  EXPECT_EQ(merge.read_wanted(), 1U);
  EXPECT_TRUE(merge.take_live(at(3)).empty());
  EXPECT_TRUE(merge.take_live(at(4)).empty());
  EXPECT_EQ(read_to(merge, 3), (positions{1, 2, 3, 4}));
  EXPECT_TRUE(merge.caught_up());
  EXPECT_FALSE(merge.read_wanted());
}

TEST(TailMerge, ALiveEventNextInLineGoesOutAtOnce) {
  tail_merge merge(1, view::everything);
  EXPECT_EQ(read_to(merge, 2), (positions{1, 2}));
  EXPECT_EQ(of(merge.take_live(at(3))), (positions{3}));
  EXPECT_TRUE(merge.take_live(at(3)).empty()) << "nothing twice";
  EXPECT_TRUE(merge.take_live(at(1)).empty());
}

TEST(TailMerge, AHoleIsReadFromHistory) {
  tail_merge merge(1, view::everything);
  EXPECT_EQ(read_to(merge, 2), (positions{1, 2}));
  EXPECT_TRUE(merge.take_live(at(5)).empty());
  EXPECT_EQ(merge.read_wanted(), 3U);
  EXPECT_EQ(read_to(merge, 4), (positions{3, 4, 5}));
}

TEST(TailMerge, ALostTailShowsByHeartbeatOrSilence) {
  tail_merge merge(1, view::everything);
  EXPECT_EQ(read_to(merge, 2), (positions{1, 2}));
  merge.take_head(2);
  EXPECT_FALSE(merge.read_wanted());
  merge.take_head(4);
  EXPECT_EQ(read_to(merge, 4), (positions{3, 4}));
  merge.suspect_loss();
  EXPECT_EQ(read_to(merge, 5), (positions{5}));
}

TEST(TailMerge, BehindAPrefixLiveEventsOnlyCallForHistory) {
  tail_merge merge(1, view::prefix);
  EXPECT_EQ(read_to(merge, 2), (positions{1, 2}));
  EXPECT_TRUE(merge.take_live(at(9)).empty());
  EXPECT_EQ(merge.read_wanted(), 3U);
  merge.begin_read();
  EXPECT_EQ(of(merge.take_page({{at(5), at(9)}, {}, 9})), (positions{5, 9}));
  EXPECT_EQ(merge.examined(), 9U);
}

TEST(TailMerge, PagesAreFollowedToTheHead) {
  tail_merge merge(10, view::prefix);
  EXPECT_EQ(merge.read_wanted(), 10U);
  merge.begin_read();
  EXPECT_TRUE(merge.take_page({{}, 500, 700}).empty());
  EXPECT_FALSE(merge.caught_up());
  EXPECT_EQ(merge.read_wanted(), 500U);
  merge.begin_read();
  EXPECT_EQ(of(merge.take_page({{at(600)}, {}, 700})), (positions{600}));
  EXPECT_TRUE(merge.caught_up());
  EXPECT_FALSE(merge.read_wanted());
}

TEST(TailMerge, StartsBeyondTheHead) {
  tail_merge merge(10, view::everything);
  merge.begin_read();
  EXPECT_TRUE(merge.take_page({{}, {}, 4}).empty());
  EXPECT_FALSE(merge.read_wanted());
  EXPECT_TRUE(merge.take_live(at(5)).empty());
  EXPECT_EQ(of(merge.take_live(at(10))), (positions{10}));
}

TEST(TailMerge, DoesNotAskInALoopForWhatHistoryDoesNotHaveYet) {
  tail_merge merge(1, view::everything);
  EXPECT_TRUE(merge.take_live(at(5)).empty());
  EXPECT_EQ(read_to(merge, 2), (positions{1, 2}));
  EXPECT_FALSE(merge.read_wanted());
  merge.take_head(5);
  EXPECT_EQ(read_to(merge, 5), (positions{3, 4, 5}));
}

/// A growing log, a live side that loses, repeats and reorders, history in small pages, and reads
/// that take time: every event of ours comes out once and in order, and in the end none is missing.
TEST(TailMerge, MergesWhateverTheLiveSideDoes) {
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const view seen = seed % 2 == 0 ? view::everything : view::prefix;
    const auto ours = [&](std::uint64_t position) {
      return seen == view::everything || position % 3 == 0;
    };
    const std::uint64_t from = 1 + random() % 20;
    tail_merge merge(from, seen);
    std::uint64_t head = random() % 30;
    const std::uint64_t end = head + random() % 60;
    std::deque<std::uint64_t> live;
    std::optional<std::pair<std::uint64_t, std::uint64_t>> read;  // from, head when it was answered
    positions out;
    const auto print = [&](std::vector<tail_event> events) {
      for (const std::uint64_t position : of(events)) {
        out.push_back(position);
      }
    };
    int quiet = 0;
    for (int turn = 0; quiet < 3; ++turn) {
      ASSERT_LT(turn, 100'000);
      if (const auto wanted = merge.read_wanted()) {
        merge.begin_read();
        read = {*wanted, head};
      }
      const auto dice = random() % 10;
      if (dice < 3 && head < end) {
        ++head;
        if (ours(head)) {
          for (auto copies = random() % 3; copies > 0; --copies) {
            const auto place = live.size() - std::min<std::size_t>(live.size(), random() % 3);
            live.insert(live.begin() + static_cast<std::ptrdiff_t>(place), head);
          }
        }
      } else if (dice < 6 && !live.empty()) {
        print(merge.take_live(at(live.front())));
        live.pop_front();
      } else if (dice < 8 && read) {
        tail_page page{{}, {}, read->second};
        std::uint64_t position = read->first;
        for (auto left = 1 + random() % 5; left > 0 && position <= page.head; --left, ++position) {
          if (ours(position)) {
            page.events.push_back(at(position));
          }
        }
        if (position <= page.head) {
          page.next = position;
        }
        read.reset();
        print(merge.take_page(std::move(page)));
      } else if (dice == 8) {
        merge.take_head(head);
        quiet += head == end && live.empty() && !read && !merge.read_wanted() ? 1 : 0;
      }
    }
    positions expected;
    for (std::uint64_t position = from; position <= end; ++position) {
      if (ours(position)) {
        expected.push_back(position);
      }
    }
    ASSERT_EQ(out, expected);
  }
}

}  // namespace
}  // namespace jumak::app::client
