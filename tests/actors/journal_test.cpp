#include "actors/journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/log/memory_log.hpp"

namespace jumak::actors {
namespace {

using ::testing::HasSubstr;

/// Appends a record of about that many bytes.
void add(append_request& request, std::uint32_t slot, std::size_t size, std::uint32_t events, const std::string& id) {
  const std::string payload(size / std::max<std::uint32_t>(events, 1), 'p');
  record_view record;
  record.aggregate = "shelf/a";
  record.id = id;
  if (events == 0) record.refusal = rejection{"no", payload, {}};
  for (std::uint32_t each = 0; each < events; ++each) record.events.push_back({"", "E", 1, version(1), version(1), payload});
  const std::size_t before = request.records.size();
  encode_record(request.records, record);
  request.entries.push_back({{slot, 0, 0}, static_cast<std::uint32_t>(request.records.size() - before), events});
}

std::shared_ptr<append_request> request_of(std::uint32_t shard) {
  auto request = std::make_shared<append_request>();
  request->shard = shard;
  return request;
}

TEST(Journal, PacksRecordsIntoCommitsOf64KiBAndOneLargeRecordAlone) {
  storage::memory_log log;
  journal inside(log);
  const auto first = request_of(0);
  for (std::uint32_t each = 0; each < 7; ++each) add(*first, each, 20'000, each % 3, "id-" + std::to_string(each));
  const auto second = request_of(1);
  add(*second, 7, 200'000, 2, "large");
  add(*second, 8, 10, 1, "small");
  inside.add(first);
  inside.add(second);
  const log_head before = log.head();
  const auto result = inside.flush();
  ASSERT_NE(result, nullptr);
  EXPECT_FALSE(inside.has_waiting());
  // 7 × 20 KB make three commits, then the large one alone, then the small one.
  ASSERT_EQ(result->commits.size(), 5U);
  EXPECT_EQ(result->commits.back().head, log.head());

  log_head reached = before;
  for (const net::durable_commit& commit : result->commits) {
    const auto view = commit_view::parse(*commit.bytes);
    ASSERT_TRUE(view);
    EXPECT_TRUE(view->extends(reached));
    EXPECT_TRUE(view->payload().size() <= commit_payload_max || view->header().record_count == 1);
    reached = head_after(*view);
    EXPECT_EQ(commit.head, reached);
  }

  // Every record is where it is said to be, and numbered and positioned as a walk through the log finds it.
  ASSERT_EQ(result->records.size(), 9U);
  std::uint64_t events = 0;
  record_view record;
  for (std::size_t each = 0; each < 9; ++each) {
    const committed_record& where = result->records[each];
    result->read(where, record);
    EXPECT_EQ(record.id, each < 7 ? "id-" + std::to_string(each) : each == 7 ? "large" : "small");
    EXPECT_EQ(where.address.slot, each);
    EXPECT_EQ(where.shard, each < 7 ? 0U : 1U);
    EXPECT_EQ(result->position_before(where), position(events)) << each;
    EXPECT_EQ(result->number(where), record_number(each + 1));
    EXPECT_EQ(log.read_commit(result->place(where).commit).value(), *result->commits[where.commit].bytes);
    events += record.events.size();
  }
  EXPECT_EQ(log.head().head(), position(events));
}

TEST(Journal, RefusalsAloneMakeACommitOfTheirOwn) {
  storage::memory_log log;
  journal inside(log);
  for (const char* id : {"1", "2"}) {
    const auto request = request_of(0);
    add(*request, 0, 10, 0, id);
    inside.add(request);
    const auto result = inside.flush();
    ASSERT_NE(result, nullptr);
    ASSERT_EQ(result->commits.size(), 1U);
    EXPECT_EQ(result->position_before(result->records.front()), position());
  }
  EXPECT_EQ(log.head().last_commit, commit_number(3));
  EXPECT_EQ(log.head().head(), position());
}

TEST(Journal, AnswersWithoutRecordsNeedNoCommit) {
  storage::memory_log log;
  journal inside(log);
  const auto request = request_of(0);
  request->afterwards.push_back({{4, 0, 0}, "4", {errc::forbidden, "late", {}}});
  inside.add(request);
  const log_head before = log.head();
  const auto result = inside.flush();
  ASSERT_NE(result, nullptr);
  EXPECT_TRUE(result->commits.empty());
  ASSERT_EQ(result->afterwards.size(), 1U);
  EXPECT_EQ(log.head(), before);
}

TEST(Journal, AFailedLogAcknowledgesNothingAndEveryoneHears) {
  storage::memory_log log;
  log.fail_append_after(1, true);
  journal inside(log);
  const auto good = request_of(0);
  add(*good, 1, 10, 1, "1");
  inside.add(good);
  ASSERT_NE(inside.flush(), nullptr);
  const auto lost = request_of(0);
  add(*lost, 2, 10, 1, "2");
  add(*lost, 3, 10, 0, "3");
  lost->afterwards.push_back({{4, 0, 0}, "4", {errc::forbidden, "late", {}}});
  inside.add(lost);
  EXPECT_EQ(inside.flush(), nullptr);
  EXPECT_TRUE(inside.failed());
  const auto replies = inside.abandoned();
  ASSERT_EQ(replies.size(), 3U);
  for (std::uint32_t each = 0; each < 3; ++each) {
    EXPECT_EQ(replies[each].address.slot, each + 2);
    EXPECT_THAT(replies[each].json, HasSubstr(R"({"id":")" + std::to_string(each + 2) + '"'));
    EXPECT_THAT(replies[each].json, HasSubstr(R"("code":"outcome_unknown")"));
  }
  EXPECT_TRUE(inside.abandoned().empty()) << "each is told once";
}

}  // namespace
}  // namespace jumak::actors
