#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <tuple>
#include <vector>

#include "hosting/typed_views.hpp"
#include "testkit/any_value.hpp"
#include "testkit/described_text.hpp"
#include "testkit/hosted_history.hpp"

/// Properties that hold for any domain, on random commands made from its descriptions. A failure prints its seed and the
/// shortest history found that fails; RC_PARAMS repeats it ("seed=… max_success=1000 max_size=200").
namespace jumak::testing {

/// What every random history of a kind begins with, such as the registration without which all else is refused:
/// specialize it for a decider that needs it.
template <decider Decider>
struct opening {
  [[nodiscard]] static std::vector<typename Decider::command> commands() { return {}; }
};

/// One step of a random history.
template <decider Decider>
struct random_step {
  typename Decider::command asked;
  std::int64_t seconds_later = 0;
  bool snapshot = false;  ///< Before it the state is saved and loaded again.
};

/// How RapidCheck shows a step of a history that fails.
template <decider Decider>
void showValue(const random_step<Decider>& step, std::ostream& out) {
  out << "\n  after " << step.seconds_later << " s: " << described_as_text(step.asked)
      << (step.snapshot ? " (from a snapshot)" : "");
}

template <decider Decider>
[[nodiscard]] rc::Gen<random_step<Decider>> any_step() {
  return rc::gen::exec([] {
    random_step<Decider> step;
    step.asked = any_alternative<typename Decider::command>();
    step.seconds_later = *rc::gen::element<std::int64_t>(0, 1, 60, 86'400);
    step.snapshot = *rc::gen::inRange(0, 8) == 7;
    return step;
  });
}

template <decider Decider>
[[nodiscard]] std::vector<random_step<Decider>> any_steps() {
  return *rc::gen::container<std::vector<random_step<Decider>>>(any_step<Decider>());
}

template <decider Decider>
[[nodiscard]] hosted_history<Decider> played(const std::vector<random_step<Decider>>& steps) {
  hosted_history<Decider> history;
  timestamp now = random_start;
  for (const auto& asked : opening<Decider>::commands()) history.handle(asked, now, false);
  for (const auto& step : steps) {
    now += std::chrono::seconds(step.seconds_later);
    history.handle(step.asked, now, step.snapshot);
  }
  return history;
}

/// Of any decider: replay equals the live state, deciding never changes it, snapshot and tail are the full fold,
/// versions follow each other, commands and events survive their encodings, deadlines are read from disk as they were
/// made, refusals are declared. And evolve is total: also events that no rule would let happen are folded.
template <decider Decider>
void check_decider() {
  const std::string kind(Decider::kind);
  EXPECT_TRUE(rc::check("what the engine relies on holds for " + kind,
                        [] { played<Decider>(any_steps<Decider>()).expect_replay(); }));
  EXPECT_TRUE(rc::check("any event can be folded into any state of " + kind, [] {
    typename Decider::state state{};
    std::uint64_t turn = 0;
    for (int left = *rc::gen::inRange(0, 50); left > 0; --left) {
      Decider::evolve(state, any_alternative<typename Decider::event>(), {random_start, version(++turn)});
    }
    const auto loaded = Decider::load(Decider::save(state));
    RC_ASSERT(loaded.has_value());
    RC_ASSERT(Decider::save(*loaded) == Decider::save(state));
  }));
}

namespace views_detail {

/// A record and whose it is.
struct owned_record {
  std::string aggregate;
  stored_record record;
};

template <decider Decider>
void add_history(std::vector<owned_record>& log, const std::string& which) {
  const auto history = played<Decider>(any_steps<Decider>());
  for (const stored_record& record : history.records()) {
    log.push_back({std::string(Decider::kind) + "/" + which, record});
  }
}

/// What the views answer to a query as JSON, refusals too.
struct asked_query {
  std::string type;
  wire::json_object data;
};

template <read_model Model>
[[nodiscard]] std::vector<asked_query> any_queries() {
  std::vector<asked_query> queries;
  hosting::for_each_type<typename Model::queries>([&](auto identity) {
    using query = typename decltype(identity)::type;
    std::string text;
    wire::write_json(text, any_value<query>());
    const auto json = wire::parse_strict(text);
    RC_ASSERT(json.has_value());
    queries.push_back({std::string(query::type), json->as_object()});
  });
  return queries;
}

inline std::string answers(const hosting::hosted_views& views, const std::vector<asked_query>& queries) {
  std::string all;
  for (const asked_query& asked : queries) {
    const auto answer = views.ask(asked.type, asked.data);
    all += asked.type + " " + (answer ? *answer : answer.error().message) + "\n";
  }
  return all;
}

/// Folds the log, asking between the commits for which `ask_after` says so.
template <read_model Model, class Asks>
[[nodiscard]] std::string folded(const std::vector<owned_record>& log, const std::vector<asked_query>& queries,
                                 Asks ask_after) {
  hosting::typed_views<Model> views;
  position at;
  std::size_t number = 0;
  for (const owned_record& owned : log) {
    record_view record;
    record.aggregate = owned.aggregate;
    record.time = owned.record.time;
    for (const stored_event& event : owned.record.events) {
      at = at.next();
      RC_ASSERT(views.apply(record, event.view(), at).has_value());
    }
    if (ask_after(number++)) static_cast<void>(answers(views, queries));
  }
  return answers(views, queries);
}

template <class... Deciders>
[[nodiscard]] std::vector<owned_record> any_log(boost::mp11::mp_list<Deciders...>) {
  std::vector<owned_record> log;
  for (const char* which : {"a", "b"}) (add_history<Deciders>(log, which), ...);
  return log;
}

}  // namespace views_detail

/// Of any read model: it folds whatever its deciders decide, and its answers depend on the events alone: not on where
/// the batches of the feed end, nor on what was asked in between.
template <read_model Model>
void check_views() {
  using namespace views_detail;
  EXPECT_TRUE(rc::check("answers depend on the events alone", [] {
    const auto log = any_log(typename Model::deciders{});
    const auto queries = any_queries<Model>();
    const std::string straight = folded<Model>(log, queries, [](std::size_t) { return false; });
    RC_ASSERT(folded<Model>(log, queries, [](std::size_t) { return true; }) == straight);
    const std::size_t batch = *rc::gen::inRange<std::size_t>(2, 7);
    RC_ASSERT(folded<Model>(log, queries, [&](std::size_t number) { return number % batch == 0; }) == straight);
  }));
}

}  // namespace jumak::testing
