#include "actors/history.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/log_page.hpp"
#include "tests/actors/kept_replies.hpp"
#include "tests/actors/shard_world.hpp"
#include "wire/strict_json.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class History : public ::testing::Test {
 protected:
  History() {
    shelf_command other = put("1", "x");
    other.shelf = "ab";
    settle({put("1", "x"), put("2", "y")});            // 1, 2
    settle({put("3", "x")});                           // refused: a commit without events
    settle({write_note("4", 3), weigh("5", "x", 3)});  // 3; 4, 5, 6
    settle({other});                                   // 7
    settle({put("6", "x")});                           // refused
  }
  void settle(const std::vector<shelf_command>& commands) {
    world_.send(commands);
    world_.settle();
  }
  std::vector<std::string> answers(std::string_view body, net::request_verdict verdict = net::request_verdict::ok) {
    history inside(*domain_, world_.log(), limits_);
    kept_replies replies;
    std::vector<net::request> requests;
    requests.push_back(request_with(0, body, verdict));
    inside.on_drained(requests, replies);
    return replies.texts[0];
  }
  /// What an older version knows: nothing.
  class older_domain final : public hosting::hosted_domain {
   public:
    [[nodiscard]] std::span<const std::unique_ptr<const hosting::aggregate_kind>> kinds() const noexcept override {
      return {};
    }
    [[nodiscard]] std::unique_ptr<hosting::hosted_views> make_views() const override { return nullptr; }
    [[nodiscard]] hosting::domain_description describe() const override { return {}; }
  };
  std::string read(std::string_view data) {
    const auto all = answers(R"({"id":"h-1","type":"ReadEvents","data":)" + std::string(data) + "}");
    return all.size() == 1 ? all.front() : "not one reply";
  }
  struct page {
    std::vector<int> positions;
    int next = 0;  ///< 0: none.
  };
  page page_of(std::string_view data) {
    const auto reply = wire::parse_strict(read(data)).value();
    EXPECT_EQ(reply.at("position"), 7);
    page made;
    for (const auto& event : reply.at("data").at("events").as_array()) {
      made.positions.push_back(std::stoi(std::string(event.at("id").as_string())));
    }
    if (const auto* next = reply.at("data").as_object().if_contains("next")) made.next = static_cast<int>(next->as_int64());
    return made;
  }

  shard_world world_;
  history_limits limits_;
  const hosting::hosted_domain* domain_ = &world_.domain();
};

TEST_F(History, WritesEventsAsCloudEvents) {
  EXPECT_THAT(read(R"({"from":3,"limit":1})"),
              AllOf(StartsWith(R"({"id":"h-1","status":"ok","position":7,"data":{"events":[{"specversion":"1.0","id":"3",)"),
                    HasSubstr(R"("subject":"shelf/a")"), HasSubstr(R"("aggregateversion":3,"commandid":"4")"),
                    HasSubstr(R"("data":{"note":"nnn"}}],"next":4}})")));
}

TEST_F(History, EventsOfANewerVersionAreReadAsStored) {
  const older_domain older;
  domain_ = &older;
  EXPECT_THAT(page_of("{}").positions, ElementsAre(1, 2, 3, 4, 5, 6, 7));
  EXPECT_THAT(read(R"({"from":3,"limit":1})"),
              AllOf(HasSubstr(R"("type":"ShelfNoted","subject":"shelf/a")"),
                    HasSubstr(R"("eventschema":1,"data_base64":"A25ubg=="}],"next":4}})")));
}

TEST_F(History, PagesMeetWithoutHoleOrOverlapWhateverTheLimit) {
  for (int limit = 1; limit <= 8; ++limit) {
    std::vector<int> seen;
    int from = 1;
    while (from != 0) {
      const page one = page_of(R"({"from":)" + std::to_string(from) + R"(,"limit":)" + std::to_string(limit) + "}");
      EXPECT_LE(one.positions.size(), static_cast<std::size_t>(limit));
      seen.insert(seen.end(), one.positions.begin(), one.positions.end());
      EXPECT_TRUE(one.next == 0 || one.next > from);
      from = one.next;
    }
    EXPECT_THAT(seen, ElementsAre(1, 2, 3, 4, 5, 6, 7)) << "limit " << limit;
  }
}

TEST_F(History, AStreamIsANameAndAPrefixEndsInASlash) {
  EXPECT_THAT(page_of(R"({"stream":"shelf/a"})").positions, ElementsAre(3));
  EXPECT_THAT(page_of(R"({"stream":"shelf/a/"})").positions, ElementsAre(1, 2, 3, 4, 5, 6)) << "not shelf/ab";
  EXPECT_THAT(page_of(R"({"stream":"shelf/a/box/x"})").positions, ElementsAre(1, 4, 5, 6));
  EXPECT_THAT(page_of(R"({"stream":"shelf/"})").positions, ElementsAre(1, 2, 3, 4, 5, 6, 7));
  EXPECT_THAT(page_of(R"({"stream":"shelf/c"})").positions, ElementsAre()) << "a name nobody has";
  EXPECT_THAT(page_of(R"({"stream":"guest/"})").positions, ElementsAre());
  EXPECT_THAT(page_of(R"({"stream":"shelf/a/box/"})").positions, ElementsAre(1, 2, 4, 5, 6));
  EXPECT_THAT(page_of(R"({"types":["BoxPut","ShelfNoted"]})").positions, ElementsAre(1, 2, 3, 7));
  EXPECT_THAT(page_of(R"({"types":["BoxPut"],"stream":"shelf/ab/"})").positions, ElementsAre(7));
}

TEST_F(History, WithoutNextEverythingUpToTheHeadWasSeen) {
  EXPECT_EQ(page_of(R"({"types":["None"]})").next, 0);
  EXPECT_EQ(page_of(R"({"from":8})").next, 0);
  EXPECT_EQ(page_of(R"({"from":18446744073709551615})").next, 0);
  EXPECT_EQ(page_of(R"({"limit":7})").next, 0) << "full and at the head";
  EXPECT_EQ(page_of(R"({"limit":6})").next, 7);
  EXPECT_EQ(page_of(R"({"types":["ShelfNoted"],"limit":1})").next, 4);
}

TEST_F(History, AShortPageHasItsNext) {
  limits_.examined_bytes_max = 1;
  const page none = page_of(R"({"types":["None"]})");
  EXPECT_TRUE(none.positions.empty());
  EXPECT_EQ(none.next, 3) << "one commit was examined";
  limits_ = {};
  limits_.reply_bytes_max = 1;
  const page one = page_of("{}");
  EXPECT_THAT(one.positions, ElementsAre(1));
  EXPECT_EQ(one.next, 2);
}

TEST_F(History, SaysWhatIsWrongWithARequest) {
  EXPECT_THAT(read(R"({"limit":1001})"), HasSubstr(R"({"id":"h-1","status":"error","error":{"code":"malformed")"));
  EXPECT_THAT(read(R"({"form":1})"), HasSubstr("data.form: unknown field"));
  EXPECT_THAT(read(R"({"stream":"shelf"})"), HasSubstr(R"("malformed","message":"data.stream: expected)"));
  EXPECT_THAT(answers(R"({"id":"h","type":"ReadAll"})"), ElementsAre(HasSubstr(R"("code":"unknown_type")")));
  EXPECT_THAT(answers("nonsense"), ElementsAre(StartsWith(R"({"id":null,"status":"error","error":{"code":"malformed")")));
  EXPECT_THAT(answers("", net::request_verdict::frame_too_large), ElementsAre(HasSubstr(R"("code":"too_large")")));
  EXPECT_THAT(answers(R"({"id":"h","type":"ReadEvents"})", net::request_verdict::overloaded),
              ElementsAre(StartsWith(R"({"id":"h","status":"error","error":{"code":"overloaded")")));
}

class HistoryPages : public History {
 protected:
  struct answer {
    net::page_header header;
    std::vector<std::string> commits;
  };
  answer ask(const net::page_request& request) {
    auto frames = answers(net::encode(request));
    EXPECT_FALSE(frames.empty());
    answer made{net::read_page_header(frames.at(0)).value(), {frames.begin() + 1, frames.end()}};
    EXPECT_EQ(made.header.commit_count, made.commits.size());
    EXPECT_EQ(made.header.sequence, request.sequence);
    EXPECT_EQ(made.header.head, world_.log().head());
    return made;
  }
  net::page_request from_start() {
    net::page_request request;
    request.sequence = 5;
    request.bytes_max = 1 << 20;
    return request;
  }
};

TEST_F(HistoryPages, AFollowerGetsTheLogByPagesToItsHead) {
  net::page_request request = from_start();
  request.bytes_max = 1;
  log_head reached;
  reached.log = world_.log().head().log;
  for (int pages = 0; pages < 20; ++pages) {
    const answer one = ask(request);
    ASSERT_EQ(one.header.status, net::page_status::ok);
    if (one.commits.empty()) break;
    for (const std::string& bytes : one.commits) {
      const auto commit = commit_view::parse(bytes);
      ASSERT_TRUE(commit && commit->extends(reached));
      reached = head_after(*commit);
    }
    request.log = reached.log;
    request.from = storage::key_after(reached);
    request.previous = reached.last_hash;
  }
  EXPECT_EQ(reached, world_.log().head());
}

TEST_F(HistoryPages, AFollowerOfAnotherHistoryIsToldSo) {
  const log_head head = world_.log().head();
  const auto status = [&](auto&& change) {
    net::page_request request = from_start();
    request.log = head.log;
    request.from = storage::key_after(head);
    request.previous = head.last_hash;
    change(request);
    const answer got = ask(request);
    EXPECT_TRUE(got.commits.empty());
    return got.header.status;
  };
  using net::page_status;
  EXPECT_EQ(status([](auto&) {}), page_status::ok) << "level with the head";
  EXPECT_EQ(status([](auto& request) { request.log.bits.low ^= 1; }), page_status::diverged);
  EXPECT_EQ(status([](auto& request) { request.previous.low ^= 1; }), page_status::diverged);
  EXPECT_EQ(status([](auto& request) { request.from.number = request.from.number.next(); }), page_status::diverged);
  EXPECT_EQ(status([](auto& request) { request.from.first_position = position(99); }), page_status::diverged);
  EXPECT_EQ(status([](auto& request) { request.from = storage::first_key, request.previous.low ^= 1; }),
            page_status::diverged);
  EXPECT_EQ(status([](auto& request) { request.from = {position(2), commit_number(2)}; }), page_status::diverged);
}

}  // namespace
}  // namespace jumak::actors
