#include "core/record.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>

namespace jumak {
namespace {

/// Keeps the texts a record's views point to.
struct owned_record {
  std::deque<std::string> texts;
  record_view view;

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

std::string any_text() { return *rc::gen::arbitrary<std::string>(); }

void fill(owned_record& record) {
  record_view& view = record.view;
  view.aggregate = record.keep(any_text());
  view.id = record.keep(any_text());
  view.fingerprint = {*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint64_t>()};
  view.time = timestamp(std::chrono::microseconds(*rc::gen::arbitrary<std::int64_t>()));
  view.time_given = *rc::gen::arbitrary<bool>();
  view.actor = record.keep(any_text());
  view.correlation_id = record.keep(any_text());
  view.traceparent = record.keep(any_text());
  if (*rc::gen::arbitrary<bool>()) {
    view.refusal = rejection{any_text(), any_text(), {{"night", any_text()}, {"left", std::int64_t{-3}}}};
  }
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
    view.events.push_back({record.keep(any_text()), record.keep(any_text()), *rc::gen::arbitrary<std::uint32_t>(),
                           version(*rc::gen::arbitrary<std::uint64_t>()), version(1), record.keep(any_text())});
  }
}

bool same(const event_view& left, const event_view& right) {
  return left.stream == right.stream && left.type == right.type && left.schema == right.schema &&
         left.stream_version == right.stream_version && left.aggregate_version == right.aggregate_version &&
         left.payload == right.payload;
}

bool same(const record_view& left, const record_view& right) {
  return left.aggregate == right.aggregate && left.id == right.id && left.fingerprint == right.fingerprint &&
         left.time == right.time && left.time_given == right.time_given && left.actor == right.actor &&
         left.correlation_id == right.correlation_id && left.traceparent == right.traceparent &&
         left.refusal == right.refusal &&
         std::ranges::equal(left.events, right.events, [](const auto& one, const auto& two) { return same(one, two); });
}

RC_GTEST_PROP(Record, WhatWasWrittenIsReadInOrder, ()) {
  std::vector<owned_record> records(*rc::gen::inRange<std::size_t>(0, 4));
  std::string payload;
  for (owned_record& one : records) {
    fill(one);
    encode_record(payload, one.view);
  }
  record_reader reader(payload);
  record_view read;
  for (const owned_record& one : records) {
    RC_ASSERT(reader.next(read));
    RC_ASSERT(same(read, one.view));
  }
  RC_ASSERT(!reader.next(read));
  RC_ASSERT(!reader.failed());
}

RC_GTEST_PROP(Record, ACutRecordFailsAndNothingIsReadBeyondIt, ()) {
  owned_record record;
  fill(record);
  std::string payload;
  encode_record(payload, record.view);
  const auto kept = *rc::gen::inRange<std::size_t>(1, payload.size());
  const std::vector<char> cut(payload.begin(), payload.begin() + static_cast<std::ptrdiff_t>(kept));
  record_reader reader(std::string_view(cut.data(), cut.size()));
  record_view read;
  RC_ASSERT(!reader.next(read));
  RC_ASSERT(reader.failed());
}

RC_GTEST_PROP(Record, HostileBytesEndTheWalk, (const std::vector<char>& noise)) {
  record_reader reader(std::string_view(noise.data(), noise.size()));
  record_view read;
  std::size_t records = 0;
  while (reader.next(read)) ++records;
  RC_ASSERT(records <= noise.size());
  RC_ASSERT(!reader.next(read));
}

RC_GTEST_PROP(Record, AChangedByteIsReadOrRefusedButNeverRunsAway, ()) {
  owned_record record;
  fill(record);
  std::string payload;
  encode_record(payload, record.view);
  payload[*rc::gen::inRange<std::size_t>(0, payload.size())] = *rc::gen::arbitrary<char>();
  const std::vector<char> copy(payload.begin(), payload.end());
  record_reader reader(std::string_view(copy.data(), copy.size()));
  record_view read;
  while (reader.next(read)) RC_ASSERT(read.events.size() <= copy.size());
}

TEST(Record, FlagsOfALaterVersionAreNotSkipped) {
  record_view record;
  record.aggregate = "a/b";
  record.id = "1";
  std::string payload;
  encode_record(payload, record);
  // length, aggregate (1 + 3), id (1 + 1), fingerprint 16, time 1, flags
  const std::size_t flags = 1 + 4 + 2 + 16 + 1;
  ASSERT_EQ(payload.at(flags), 0);
  payload[flags] = 32;
  record_reader reader(payload);
  EXPECT_FALSE(reader.next(record));
  EXPECT_TRUE(reader.failed());
}

}  // namespace
}  // namespace jumak
