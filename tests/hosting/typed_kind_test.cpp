#include "hosting/typed_kind.hpp"

#include <gtest/gtest.h>

#include "tests/hosting/shelf_domain.hpp"
#include "wire/strict_json.hpp"

namespace jumak::hosting {
namespace {

class TypedKind : public ::testing::Test {
 protected:
  static constexpr decision_context context{timestamp(std::chrono::seconds(1)), "kim"};

  [[nodiscard]] result<std::unique_ptr<const hosted_command>> decode(std::string_view type, std::string_view data) const {
    const auto json = wire::parse_strict(data).value();
    return kind().decode(type, json.as_object());
  }
  [[nodiscard]] std::unique_ptr<const hosted_command> command(std::string_view type, std::string_view data) const {
    return std::move(decode(type, data).value());
  }
  [[nodiscard]] const aggregate_kind& kind() const { return *domain_->find_kind("shelf"); }

  /// An event as the log would give it.
  static event_view stored(const produced_event& made) {
    return {made.stream, made.type, made.schema, made.stream_version, version(1), made.payload};
  }

  std::unique_ptr<hosted_domain> domain_ = shelf::make_domain();
  std::unique_ptr<hosted_aggregate> aggregate_ = kind().create();
};

TEST_F(TypedKind, IsFoundByItsNameOnly) {
  EXPECT_EQ(kind().name(), "shelf");
  EXPECT_EQ(domain_->find_kind("Shelf"), nullptr);
  EXPECT_EQ(domain_->find_kind(""), nullptr);
}

TEST_F(TypedKind, DecodingSaysWhatIsWrong) {
  EXPECT_EQ(decode("SellBox", "{}").error().code, errc::unknown_type);
  EXPECT_EQ(decode("putbox", "{}").error().code, errc::unknown_type);
  const auto wrong = decode("PutBox", R"({"box":"x","kilograms":0})").error();
  EXPECT_EQ(wrong.code, errc::malformed);
  EXPECT_EQ(wrong.message, "data.kilograms: expected a whole number from 1 to 1000");
  EXPECT_EQ(decode("PutBox", R"({"box":"x","kilograms":1,"colour":"red"})").error().message,
            "data.colour: unknown field; known are box, kilograms, label");
}

TEST_F(TypedKind, AClientKnowsNoCommandOfTheEngine) {
  EXPECT_EQ(decode("RecallBox", R"({"box":"x"})").error().code, errc::unknown_type);
  const auto due = kind().due_command("box/x");
  EXPECT_EQ(due->type(), "RecallBox");
  EXPECT_EQ(due->stream(), "box/x");
}

TEST_F(TypedKind, EventsTellWhatTheyDoWithDeadlines) {
  ASSERT_TRUE(kind().has_deadlines());
  ASSERT_TRUE(aggregate_->decide(*command("PutBox", R"({"box":"x","kilograms":1})"), {}, context));
  aggregate_->accept(context.now);
  const auto lent = aggregate_->decide(*command("LendBox", R"({"box":"x","micros":7})"), {}, context);
  ASSERT_TRUE(lent);
  const deadline_change armed{deadline_change::kind::arm, context.now + std::chrono::microseconds(7)};
  EXPECT_EQ(lent->front().deadline, armed);
  EXPECT_EQ(kind().deadline_of(stored(lent->front())), armed);
  // Of the others the type alone is looked at.
  const auto of_type = [&](std::string_view type) {
    return kind().deadline_of({"box/x", type, 1, version(1), version(1), "no such bytes"});
  };
  EXPECT_EQ(of_type("BoxTaken")->what, deadline_change::kind::settle);
  EXPECT_EQ(of_type("BoxWeighed")->what, deadline_change::kind::none);
  EXPECT_EQ(of_type("BoxLent").error().code, errc::corrupt);
  EXPECT_EQ(of_type("BoxSold").error().code, errc::newer_format);
}

TEST_F(TypedKind, CommandsTellTheirStreams) {
  const auto rename = command("RenameBox", R"({"from":"x","to":"y"})");
  EXPECT_EQ(rename->type(), "RenameBox");
  EXPECT_EQ(rename->stream(), "box/x");
  EXPECT_EQ(rename->other_streams(), std::vector<std::string>{"box/y"});
  EXPECT_EQ(command("NoteShelf", R"({"letters":1})")->stream(), "");
}

TEST_F(TypedKind, EqualBodiesPackAlikeAndOthersDoNot) {
  const auto bytes = [&](std::string_view type, std::string_view data) {
    std::string out;
    command(type, data)->pack_to(out);
    return out;
  };
  const std::string body = bytes("PutBox", R"({"box":"x","kilograms":1})");
  EXPECT_EQ(body, bytes("PutBox", R"( { "kilograms" : 1 , "box" : "\u0078" } )"));
  EXPECT_NE(body, bytes("PutBox", R"({"box":"x","kilograms":2})"));
  EXPECT_NE(body, bytes("PutBox", R"({"box":"x","kilograms":1,"label":"a"})"));
  EXPECT_NE(bytes("TakeBox", R"({"box":"x"})"), bytes("ReturnBox", R"({"box":"x"})")) << "same fields, another type";
}

TEST_F(TypedKind, OneDecisionCountsTheVersionsOfEachStream) {
  stream_facts facts;
  facts.add({"box/x", version(4), "BoxTaken"});
  const auto put = aggregate_->decide(*command("ReturnBox", R"({"box":"x"})"), facts, context);
  ASSERT_TRUE(put);
  ASSERT_EQ(put->size(), 1U);
  EXPECT_EQ(put->front().stream_version, version(5)) << "goes on after the facts";
  aggregate_->accept(context.now);
  EXPECT_EQ(aggregate_->version_of("box/x"), version(5));

  const auto weighed = aggregate_->decide(*command("WeighBox", R"({"box":"x","times":3})"), {}, context);
  ASSERT_EQ(weighed->size(), 3U);
  EXPECT_EQ(weighed->at(0).stream_version, version(6));
  EXPECT_EQ(weighed->at(2).stream_version, version(8));
  EXPECT_EQ(weighed->at(2).schema, 2U);
  aggregate_->accept(context.now);

  const auto renamed = aggregate_->decide(*command("RenameBox", R"({"from":"x","to":"y"})"), {}, context);
  EXPECT_EQ(renamed->at(0).stream, "box/x");
  EXPECT_EQ(renamed->at(0).stream_version, version(9));
  EXPECT_EQ(renamed->at(1).stream, "box/y");
  EXPECT_EQ(renamed->at(1).stream_version, version(1));
}

TEST_F(TypedKind, DecidingLeavesTheStateAloneUntilItIsAccepted) {
  const std::string before = aggregate_->save();
  ASSERT_TRUE(aggregate_->decide(*command("PutBox", R"({"box":"x","kilograms":1})"), {}, context));
  EXPECT_EQ(aggregate_->save(), before);
  EXPECT_EQ(aggregate_->version_of("box/x"), std::nullopt);
  // Another decision drops the first, also when it refuses.
  ASSERT_FALSE(aggregate_->decide(*command("TakeBox", R"({"box":"x"})"), {}, context));
  aggregate_->accept(context.now);
  EXPECT_EQ(aggregate_->save(), before);
}

TEST_F(TypedKind, AcceptedAndReplayedStatesAreTheSame) {
  const auto replayed = kind().create();
  for (const auto& [type, data] : {std::pair("PutBox", R"({"box":"x","kilograms":1})"),
                                   std::pair("WeighBox", R"({"box":"x","times":2})"),
                                   std::pair("RenameBox", R"({"from":"x","to":"y"})"),
                                   std::pair("NoteShelf", R"({"letters":3})")}) {
    const auto events = aggregate_->decide(*command(type, data), {}, context);
    ASSERT_TRUE(events);
    aggregate_->accept(context.now);
    for (const produced_event& one : *events) ASSERT_TRUE(replayed->evolve(stored(one), context.now));
  }
  EXPECT_EQ(replayed->save(), aggregate_->save());
  const auto loaded = kind().load(aggregate_->save());
  ASSERT_NE(loaded, nullptr);
  EXPECT_EQ(loaded->save(), aggregate_->save());
  EXPECT_EQ(loaded->version_of("box/y"), version(1));
}

TEST_F(TypedKind, BytesOfAnotherFormAreNoState) {
  EXPECT_EQ(kind().load("\xFF\xFF"), nullptr);
  EXPECT_EQ(kind().load(aggregate_->save() + "x"), nullptr);
}

TEST_F(TypedKind, EventsItDoesNotKnowAreNewerAndDamagedOnesCorrupt) {
  const std::string box = packed(shelf::box_taken{name::from_text("x").value()});
  const event_view good{"box/x", "BoxTaken", 1, version(1), version(1), box};
  std::string json;
  ASSERT_TRUE(kind().write_event_data(json, good));
  EXPECT_EQ(json, R"({"box":"x"})");
  const auto errors = [&](const event_view& event) {
    const auto evolved = aggregate_->evolve(event, context.now);
    const auto written = kind().write_event_data(json, event);
    EXPECT_FALSE(evolved || written);
    EXPECT_EQ(evolved.error(), written.error());
    return evolved.error().code;
  };
  event_view event = good;
  event.type = "BoxSold";
  EXPECT_EQ(errors(event), errc::newer_format);
  event = good;
  event.schema = 2;
  EXPECT_EQ(errors(event), errc::newer_format);
  event = good;
  event.payload = std::string_view(box).substr(1);
  EXPECT_EQ(errors(event), errc::corrupt);
  const std::string longer = box + "x";
  event.payload = longer;
  EXPECT_EQ(errors(event), errc::corrupt);
}

TEST_F(TypedKind, EventsOfAnEarlierSchemaAreReadAsWhatTheyBecame) {
  const auto put = aggregate_->decide(*command("PutBox", R"({"box":"x","kilograms":1})"), {}, context);
  ASSERT_TRUE(put);
  aggregate_->accept(context.now);
  const std::string old = packed(shelf::box_weighed_1{name::from_text("x").value()});
  event_view event{"box/x", "BoxWeighed", 1, version(7), version(7), old};
  std::string json;
  ASSERT_TRUE(kind().write_event_data(json, event));
  EXPECT_EQ(json, R"({"box":"x","turn":0})");
  ASSERT_TRUE(aggregate_->evolve(event, context.now));
  EXPECT_EQ(aggregate_->version_of("box/x"), version(7));
  event.schema = 3;
  const auto newer = aggregate_->evolve(event, context.now);
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().code, errc::newer_format);
  EXPECT_EQ(newer.error().message, "BoxWeighed of schema 3 is not known to this version; a newer one wrote it");
}

}  // namespace
}  // namespace jumak::hosting
