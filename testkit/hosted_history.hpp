#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hosting/typed_kind.hpp"
#include "testkit/rejection_count.hpp"
#include "wire/strict_json.hpp"

/// Plays one aggregate through the face that the engine sees, and holds what every domain promises it. A broken promise
/// fails the property that plays.
namespace jumak::testing {

/// An event as it went into the log.
struct stored_event {
  std::string stream;
  std::string type;
  std::uint32_t schema = 1;
  version at;
  std::string payload;

  [[nodiscard]] event_view view() const { return {stream, type, schema, at, {}, payload}; }
};

/// The events of one accepted command.
struct stored_record {
  timestamp time;
  std::vector<stored_event> events;
};

template <decider Decider>
class hosted_history {
 public:
  using command = typename Decider::command;

  /// Settles what fell due by then, then decides. `snapshot` goes on with the state as a snapshot brings it back.
  void handle(const command& asked, timestamp now, bool snapshot) {
    if (snapshot) reload();
    settle_due(now);
    decide(round_trip(asked), now);
  }

  /// The records so far, in order.
  [[nodiscard]] const std::vector<stored_record>& records() const noexcept { return records_; }

  /// Holds that the events alone give the state, all at once.
  void expect_replay() const {
    const auto fresh = kind_.create();
    for (const stored_record& record : records_) fold(*fresh, record);
    RC_ASSERT(fresh->save() == live_->save());
  }

 private:
  struct stream {
    version at;
    std::string last_type;
    std::optional<timestamp> due;
  };

  static void fold(hosting::hosted_aggregate& into, const stored_record& record) {
    for (const stored_event& event : record.events) RC_ASSERT(into.evolve(event.view(), record.time).has_value());
  }

  /// The command as it is after the wire: JSON and back, and the same.
  [[nodiscard]] std::unique_ptr<const hosting::hosted_command> round_trip(const command& asked) const {
    const hosting::typed_command<Decider> sent(asked);
    const bool from_client = std::visit([](const auto& it) { return !engine_only<std::remove_cvref_t<decltype(it)>>; }, asked);
    if (!from_client) return std::make_unique<hosting::typed_command<Decider>>(asked);
    std::string text;
    std::visit([&](const auto& it) { wire::write_json(text, it); }, asked);
    const auto json = wire::parse_strict(text);
    RC_ASSERT(json.has_value());
    auto decoded = kind_.decode(sent.type(), json->as_object());
    RC_ASSERT(decoded.has_value());
    std::string before;
    std::string after;
    sent.pack_to(before);
    (*decoded)->pack_to(after);
    RC_ASSERT(before == after);
    return std::move(*decoded);
  }

  [[nodiscard]] stream_facts facts_for(const hosting::hosted_command& asked) const {
    std::vector<std::string> names = asked.other_streams();
    names.push_back(asked.stream());
    stream_facts facts;
    for (const std::string& name : names) {
      const auto found = streams_.find(name);
      const stream known = found == streams_.end() ? stream{} : found->second;
      if (const auto held = live_->version_of(name)) {
        RC_ASSERT(*held == known.at);
      } else {
        facts.add({name, known.at, known.last_type});
      }
    }
    return facts;
  }

  void decide(std::unique_ptr<const hosting::hosted_command> asked, timestamp now) {
    const stream_facts facts = facts_for(*asked);
    const decision_context context{now, {}};
    const std::string before = live_->save();
    if (const auto refused = live_->precheck(*asked, facts, context)) return expect_declared(*asked, refused->code);
    const auto produced = live_->decide(*asked, facts, context);
    RC_ASSERT(live_->save() == before);  // Deciding changed the state.
    if (!produced) return expect_declared(*asked, produced.error().code);
    store(*produced, now);
    live_->accept(now);
    if (records_.back().events.empty()) records_.pop_back();
    expect_state();
  }

  static void expect_declared(const hosting::hosted_command& asked, const std::string& code) {
    if (!declares<Decider>(asked.type(), code)) RC_FAIL(std::string(asked.type()) + " does not declare " + code);
  }

  void store(const std::vector<hosting::produced_event>& produced, timestamp now) {
    stored_record& record = records_.emplace_back();
    record.time = now;
    for (const hosting::produced_event& made : produced) {
      stream& into = streams_[made.stream];
      into.at = into.at.next();
      RC_ASSERT(made.stream_version == into.at);  // The next version of its stream.
      into.last_type = made.type;
      record.events.push_back({made.stream, std::string(made.type), made.schema, made.stream_version, made.payload});
      note_deadline(into, record.events.back(), made.deadline);
      expect_readable(record.events.back());
    }
  }

  void note_deadline(stream& of, const stored_event& event, const deadline_change& change) const {
    const auto read = kind_.deadline_of(event.view());
    RC_ASSERT((read.has_value() && *read == change));  // Disk and memory of one opinion.
    if (change.what == deadline_change::kind::arm) of.due = change.due;
    if (change.what == deadline_change::kind::settle) of.due.reset();
  }

  /// Its bytes come back as they were, and it can be published.
  void expect_readable(const stored_event& event) const {
    auto read = hosting::typed_detail::unpack_event<typename Decider::event>(event.view());
    RC_ASSERT(read.has_value());
    RC_ASSERT(hosting::typed_detail::packed_alternative(*read) == event.payload);
    std::string text;
    RC_ASSERT(kind_.write_event_data(text, event.view()).has_value());
    RC_ASSERT(wire::parse_strict(text).has_value());
  }

  /// What a follower folded from the stored events is the live state, and so is what was loaded on the way.
  void expect_state() {
    if (records_.size() > folded_) fold(*replica_, records_.back());
    folded_ = records_.size();
    RC_ASSERT(replica_->save() == live_->save());
  }

  void reload() {
    const std::string saved = live_->save();
    auto loaded = kind_.load(saved);
    RC_ASSERT(loaded != nullptr);
    RC_ASSERT(loaded->save() == saved);
    live_ = std::move(loaded);
  }

  void settle_due(timestamp now) {
    if constexpr (has_deadlines<Decider>) {
      while (const auto first = first_due(now)) {
        const timestamp due = *streams_.at(*first).due;
        streams_.at(*first).due.reset();
        decide(kind_.due_command(*first), due);
        const auto armed_again = streams_.at(*first).due;
        RC_ASSERT((!armed_again || *armed_again > due));
      }
    }
  }

  [[nodiscard]] std::optional<std::string> first_due(timestamp now) const {
    std::optional<std::string> first;
    for (const auto& [name, one] : streams_) {
      if (one.due && *one.due <= now && (!first || *one.due < *streams_.at(*first).due)) first = name;
    }
    return first;
  }

  hosting::typed_kind<Decider> kind_;
  std::unique_ptr<hosting::hosted_aggregate> live_ = kind_.create();
  std::unique_ptr<hosting::hosted_aggregate> replica_ = kind_.create();
  std::map<std::string, stream> streams_;
  std::vector<stored_record> records_;
  std::size_t folded_ = 0;
};

}  // namespace jumak::testing
