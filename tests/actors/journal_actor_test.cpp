#include "actors/journal_actor.hpp"

#include <gtest/gtest.h>

#include <caf/scheduler/test_coordinator.hpp>

#include "storage/log/memory_log.hpp"

namespace jumak::actors {
namespace {

struct coordinated : caf::actor_system_config {
  coordinated() { set("scheduler.policy", caf::atom("testing")); }
};

append_request_ptr request_of(const std::string& id) {
  auto request = std::make_shared<append_request>();
  record_view record;
  record.aggregate = "shelf/a";
  record.id = id;
  encode_record(request->records, record);
  request->entries.push_back({{}, static_cast<std::uint32_t>(request->records.size()), 0});
  return request;
}

/// A journal_actor on CAF's own test scheduler: nothing runs until told, in one thread.
class JournalActor : public ::testing::Test {
 protected:
  JournalActor() {
    journal_ports ports;
    ports.flushed = [this](const flush_result_ptr& result) { flushes_.push_back(result->records.size()); };
    ports.failed = [this](const std::vector<ready_reply>& replies) { failures_.push_back(replies.size()); };
    journal_ = system_.spawn(run_journal, static_cast<storage::log*>(&log_), std::move(ports));
  }
  ~JournalActor() override { caf::anon_send_exit(journal_, caf::exit_reason::user_shutdown), run(); }
  void run() { dynamic_cast<caf::scheduler::test_coordinator&>(system_.scheduler()).run(); }
  void append(const std::string& id) { caf::anon_send(journal_, request_of(id)); }

  storage::memory_log log_;
  coordinated config_;
  caf::actor_system system_{config_};
  journal_actor journal_;
  std::vector<std::size_t> flushes_;
  std::vector<std::size_t> failures_;
};

TEST_F(JournalActor, WhatPiledUpIsOneFlush) {
  for (const char* id : {"1", "2", "3"}) append(id);
  run();
  EXPECT_EQ(flushes_, std::vector<std::size_t>{3});
  append("4");
  run();
  EXPECT_EQ(flushes_, (std::vector<std::size_t>{3, 1}));
}

TEST_F(JournalActor, AfterAFailureEveryLateAppendIsAnswered) {
  log_.fail_append_after(0, false);
  append("1");
  append("2");
  run();
  append("3");
  run();
  EXPECT_TRUE(flushes_.empty());
  EXPECT_EQ(failures_, (std::vector<std::size_t>{2, 1}));
}

}  // namespace
}  // namespace jumak::actors
