#include "storage/index/deadline_rows.hpp"

#include <gtest/gtest.h>

#include "tests/storage/index/lamp_deadlines.hpp"

namespace jumak::storage {
namespace {

std::string record_bytes(std::string_view id, std::string_view type, version at, std::string_view payload) {
  record_view record;
  record.aggregate = "lamp/a";
  record.id = id;
  record.events.push_back({"wick", type, 1, at, at, payload});
  std::string bytes;
  encode_record(bytes, record);
  return bytes;
}

record_view read_back(const std::string& bytes) {
  record_view record;
  EXPECT_TRUE(record_reader(bytes).next(record));
  return record;
}

TEST(DeadlineRows, WhatWasArmedAndSettledInOneWindowLeavesNothing) {
  const lamp_deadlines source;
  const std::string due = packed(timestamp(std::chrono::microseconds(5)));
  deadline_rows rows;
  const std::string armed = record_bytes("1", "Armed", version(1), due);
  const std::string settled = record_bytes("2", "Settled", version(2), "");
  ASSERT_TRUE(rows.add(read_back(armed), source));
  EXPECT_EQ(rows.sorted().size(), 2U) << "the deadline and the aggregate's clock";
  ASSERT_TRUE(rows.add(read_back(settled), source));
  ASSERT_EQ(rows.sorted().size(), 1U) << "the clock";
  rows.clear();
  ASSERT_TRUE(rows.add(read_back(settled), source));
  EXPECT_EQ(rows.sorted().size(), 2U) << "one armed before the window must go";
}

TEST(DeadlineRows, AnEventThatCannotBeReadIsTold) {
  const lamp_deadlines source;
  deadline_rows rows;
  const auto added = rows.add(read_back(record_bytes("1", "Unknown", version(1), "")), source);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, errc::newer_format);
}

TEST(DeadlineRows, RowsOfAnotherFormAreNotRead) {
  EXPECT_EQ(parse_deadline_row("", ""), std::nullopt);
  EXPECT_EQ(parse_deadline_row(std::string("\0\3abc", 5), "x"), std::nullopt);
  EXPECT_EQ(parse_deadline_row(std::string("\0\3abc\1s", 7), "\2"), std::nullopt);
  const auto row = parse_deadline_row(std::string("\0\3abc\1s", 7), "\2\1");
  ASSERT_TRUE(row);
  EXPECT_EQ(row->aggregate, "abc");
  EXPECT_EQ(row->stream, "s");
  EXPECT_EQ(row->due, timestamp(std::chrono::microseconds(1)));
  EXPECT_EQ(row->armed_by, version(1));
}

}  // namespace
}  // namespace jumak::storage
