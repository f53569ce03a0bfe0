#include "wire/peek_aggregate.hpp"

#include <gtest/gtest.h>

namespace jumak::wire {
namespace {

TEST(PeekAggregate, FindsTheMemberWhereverItStands) {
  EXPECT_EQ(peek_aggregate(R"({"id":"1","aggregate":"hotel/a","data":{}})"), "hotel/a");
  EXPECT_EQ(peek_aggregate(R"({"data":{"aggregate":"no","x":["aggregate","no"]},"aggregate":"hotel/a"})"), "hotel/a");
  EXPECT_EQ(peek_aggregate(R"( { "a" : [1, -2, 3.5, true, null, {"aggregate":"no"}] , "aggregate" : "hotel/a" } )"),
            "hotel/a");
}

TEST(PeekAggregate, EscapesAreTheLettersTheyStandFor) {
  EXPECT_EQ(peek_aggregate(R"({"a\u0067gregate":"hotel\/\u0061b"})"), "hotel/ab");
}

TEST(PeekAggregate, WhatComesAfterIsNotRead) {
  EXPECT_EQ(peek_aggregate(R"({"aggregate":"hotel/a","broken)"), "hotel/a");
  EXPECT_EQ(peek_aggregate(R"({"aggregate":"hotel/a","aggregate":"hotel/b"})"), "hotel/a");
}

TEST(PeekAggregate, NothingWhereThereIsNone) {
  for (const char* text : {"", "nonsense", "[\"aggregate\",\"hotel/a\"]", R"({"aggregate":5})", R"({"aggregate":["hotel/a"]})",
                           R"({"aggregate":{"aggregate":"hotel/a"}})", R"({"id":"1"})", R"({"aggregat":"e"})",
                           R"({"id":tru,"aggregate":"hotel/a"})", R"({"aggregate":"hotel/)"}) {
    EXPECT_EQ(peek_aggregate(text), "") << text;
  }
}

TEST(PeekAggregate, OneCallLeavesNothingToTheNext) {
  EXPECT_EQ(peek_aggregate(R"({"aggregate":"hotel/a)"), "");
  EXPECT_EQ(peek_aggregate(R"({"x":"y"})"), "");
  EXPECT_EQ(peek_aggregate(R"({"aggregate":"b"})"), "b");
}

}  // namespace
}  // namespace jumak::wire
