#include "storage/index/deadline_fold.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "storage/index/index_fold.hpp"
#include "storage/index/index_restore.hpp"
#include "storage/log/memory_log.hpp"
#include "tests/storage/index/lamp_deadlines.hpp"
#include "tests/storage/index/naive_deadlines.hpp"
#include "tests/storage/temporary_folder.hpp"

/// What is armed is the same fold of the log whether it was kept in memory all the time, or read back from the index
/// and the tail after any number of restarts at any moment.
namespace jumak::storage {
namespace {

/// A log of random records, what is armed after it by the naive model, and the fold as a server would drive it.
class lamps {
 public:
  lamps() : folder_(temporary_folder::in_memory()) { open(); }

  void append_commit() {
    log_head head = log_.head();
    std::string payload;
    std::uint32_t events = 0;
    const auto records = *rc::gen::inRange<std::uint32_t>(1, 5);
    for (std::uint32_t each = 0; each < records; ++each) events += add_record(payload);
    const std::string sealed = seal_commit(head, payload, records, events);
    RC_ASSERT(log_.append(std::span(&sealed, 1)) == append_outcome::durable);
    take(commit_view::parse(sealed).value());
  }

  void fold_some() {
    const auto page = log_.read(fold_->next(), 1 << 20).value();
    const std::size_t count = *rc::gen::inRange<std::size_t>(0, page.size() + 1);
    for (std::size_t each = 0; each < count; ++each) {
      RC_ASSERT(fold_->add(commit_view::parse(page[each]).value()).has_value());
    }
  }

  void restart() {
    fold_.reset();
    store_.reset();
    open();
  }

  /// Everything that is armed, in order, and the aggregates' clocks.
  void compare() {
    for (const std::string& aggregate : aggregates()) {
      RC_ASSERT(armed_->lives_by_given_time(aggregate) == naive_.lives_by_given_time(aggregate));
      RC_ASSERT(armed_->first_of(aggregate).has_value() == naive_.first_of(aggregate).has_value());
    }
    const auto first = naive_.first();
    RC_ASSERT(armed_->next_due() == (first ? std::get<0>(*first) : armed_deadlines::never));
    RC_ASSERT(drained() == naive_.in_order());
  }

 private:
  static std::vector<std::string> aggregates() { return {"lamp/a", "lamp/b", "lamp/cc"}; }

  void open() {
    store_ = run_store::open({.folder = folder_.path() / "index", .on_note = {}}).value();
    fold_ = std::make_unique<index_fold>(*store_, index_fold_options{.run_records = 6, .deadlines = &source_});
    armed_ = std::make_unique<armed_deadlines>();
    // Two ranges of slots, as two shards would.
    RC_ASSERT(restore_deadlines(*armed_, {0, 100}, *store_).has_value());
    RC_ASSERT(restore_deadlines(*armed_, {100, slot_count}, *store_).has_value());
    RC_ASSERT(for_each_record(log_, fold_->next(), [&](const record_walk& walk) {
      RC_ASSERT(fold_deadlines(*armed_, walk.record(), source_).has_value());
    }).has_value());
  }

  void take(const commit_view& commit) {
    for (record_walk walk(commit); walk.next();) {
      RC_ASSERT(fold_deadlines(*armed_, walk.record(), source_).has_value());
    }
  }

  std::uint32_t add_record(std::string& payload) {
    const bool other_kind = *rc::gen::inRange(0, 8) == 0;
    const std::string aggregate = other_kind ? "wall/a" : *rc::gen::elementOf(aggregates());
    const auto stream = [] { return *rc::gen::element<std::string>("", "wick/left", "wick/right", "wick/left/9"); };
    record_view record;
    record.aggregate = aggregate;
    record.time_given = *rc::gen::inRange(0, 3) == 0;
    std::string id = "c";
    if (*rc::gen::inRange(0, 3) == 0) {
      const std::string due = stream();
      id = due_id(aggregate, due, version(3));
      if (!other_kind) naive_.settle(aggregate, due);
    }
    record.id = id;
    const auto count = *rc::gen::inRange<std::size_t>(0, 4);
    std::deque<std::string> texts;
    for (std::size_t each = 0; each < count; ++each) {
      const std::string& suffix = texts.emplace_back(stream());
      const version at(++versions_[aggregate + "/" + suffix]);
      const std::string type = *rc::gen::element<std::string>("Armed", "Settled", "Other");
      const timestamp due(std::chrono::microseconds(*rc::gen::inRange(-5, 50)));
      texts.push_back(type == "Armed" ? packed(due) : "");
      const std::string& bytes = texts.back();
      record.events.push_back({suffix, texts.emplace_back(type), 1, at, version(1), bytes});
      if (other_kind) continue;
      if (type == "Armed") naive_.arm(aggregate, suffix, due, at);
      if (type == "Settled") naive_.settle(aggregate, suffix);
    }
    if (!other_kind) naive_.set_given_time(aggregate, record.time_given);
    encode_record(payload, record);
    return static_cast<std::uint32_t>(count);
  }

  std::vector<testing::naive_deadlines::row> drained() {
    std::vector<testing::naive_deadlines::row> rows;
    for (const std::string& aggregate : aggregates()) {
      while (const auto first = armed_->first_of(aggregate)) {
        rows.emplace_back(first->due, aggregate, std::string(first->stream), first->armed_by);
        armed_->settle(aggregate, std::string(first->stream));
      }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  lamp_deadlines source_;
  temporary_folder folder_;
  memory_log log_;
  std::unique_ptr<run_store> store_;
  std::unique_ptr<index_fold> fold_;
  std::unique_ptr<armed_deadlines> armed_;
  testing::naive_deadlines naive_;
  std::map<std::string, std::uint64_t> versions_;
};

RC_GTEST_PROP(DeadlineFoldProperty, EqualsANaiveMapOverRestartsAtAnyMoment, ()) {
  lamps all;
  const int steps = *rc::gen::inRange(1, 40);
  for (int step = 0; step < steps; ++step) {
    all.append_commit();
    if (*rc::gen::inRange(0, 3) == 0) all.fold_some();
    if (*rc::gen::inRange(0, 6) == 0) all.restart();
  }
  if (*rc::gen::arbitrary<bool>()) all.restart();
  all.compare();
}

}  // namespace
}  // namespace jumak::storage
