#include "actors/command_side.hpp"

#include <algorithm>

#include "actors/fold_actor.hpp"
#include "actors/journal_actor.hpp"
#include "actors/reader_actor.hpp"
#include "actors/replies.hpp"
#include "actors/shard_actor.hpp"
#include "actors/wall_clock.hpp"
#include "core/assert.hpp"
#include "wire/encode.hpp"

namespace jumak::actors {

namespace {

std::chrono::milliseconds time_until(std::chrono::steady_clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return std::max(left, std::chrono::milliseconds(1));
}

}  // namespace

command_side::command_side(const hosting::hosted_domain& domain, caf::actor_system& system,
                           command_side_options options, command_side_listener listener)
    : domain_(domain),
      deadlines_(domain, [this] { return note_unread_event(); }),
      system_(system),
      options_(std::move(options)),
      listener_(std::move(listener)),
      in_memory_(std::make_unique<std::atomic<std::size_t>[]>(options_.shards)) {
  JUMAK_ASSERT(options_.shards >= 1 && options_.shards <= storage::slot_count);
}

result<std::unique_ptr<command_side>> command_side::open(const hosting::hosted_domain& domain,
                                                         caf::actor_system& system, net::context& messaging,
                                                         command_side_options options,
                                                         command_side_listener listener) {
  std::unique_ptr<command_side> side(new command_side(domain, system, std::move(options), std::move(listener)));
  if (auto opened = side->open_storage(); !opened) return tl::unexpected(opened.error());
  if (auto restored = side->restore(); !restored) return tl::unexpected(restored.error());
  if (auto bound = side->bind(messaging); !bound) return tl::unexpected(bound.error());
  return side;
}

command_side::~command_side() {
  constexpr std::chrono::milliseconds patience(2'000);
  stop(patience);
}

result<void> command_side::bind(net::context& messaging) {
  net::router_options commands;
  commands.name = "commands";
  commands.address = options_.commands_address;
  auto commands_endpoint = net::router_endpoint::open(messaging, commands);
  if (!commands_endpoint) return tl::unexpected(commands_endpoint.error());
  commands_ = std::move(*commands_endpoint);

  net::router_options history;
  history.name = "history";
  history.address = options_.history_address;
  auto history_endpoint = net::router_endpoint::open(messaging, history);
  if (!history_endpoint) return tl::unexpected(history_endpoint.error());
  history_endpoint_ = std::move(*history_endpoint);

  net::publisher_options events;
  events.address = options_.events_address;
  events.inside_address = options_.events_inside_address;
  auto publisher = net::event_publisher::open(messaging, events);
  if (!publisher) return tl::unexpected(publisher.error());
  publisher_ = std::move(*publisher);
  return {};
}

void command_side::start() {
  decoder_ = std::make_unique<command_decoder>(
      domain_, doors_, command_decoder_options{options_.allow_backdating, options_.limits.retry_after_ms});
  spawn_actors();
  rendering_ = std::make_unique<event_rendering>(domain_, [this] { return status(); });
  history_ = std::make_unique<history>(domain_, *log_, options_.history);
  gateway_ = std::make_unique<command_gateway>(
      *decoder_, doors_, options_.shards,
      [this](std::uint32_t shard, request_batch_ptr batch) { caf::anon_send(shards_[shard], std::move(batch)); },
      due_.get());
  // What fell due while nothing ran is in the shards' line before any command.
  due_->look(wall_clock());
  publisher_->start(*rendering_, log_->head());
  history_endpoint_->start(*history_);
  commands_->start(*gateway_);
}

void command_side::spawn_actors() {
  supervision_ = std::make_unique<supervision>(system_, [this](const std::string& why) {
    doors_.set(admission::state::log_failed);
    listener_.broken(why);
  });
  journal_ = system_.spawn<caf::detached>(
      run_journal, log_.get(),
      journal_ports{[this](flush_result_ptr result) { on_flushed(result); },
                    [this](std::vector<ready_reply> replies) { on_log_failed(std::move(replies)); }});
  auto inside = std::make_shared<std::unique_ptr<reader>>(
      std::make_unique<reader>(*log_, *store_, options_.limits.events_per_snapshot));
  reader_ = system_.spawn<caf::detached>(
      run_reader, inside,
      reader_ports{[this](std::uint32_t shard, read_result_ptr done) { caf::anon_send(shards_[shard], std::move(done)); },
                   [this](kept_snapshot_ptr kept) { caf::anon_send(fold_actor_, std::move(kept)); }});
  fold_actor_ = system_.spawn<caf::detached>(
      run_fold, store_.get(), std::make_shared<std::unique_ptr<storage::index_fold>>(std::move(fold_)),
      fold_ports{[this](const storage::checkpoint& folded) { on_folded(folded); },
                 [this](const error& why) { listener_.note("the index on disk could not be written: " + why.message); }});
  spawn_shards();
  // Stopped in this order: who asks before who is asked.
  for (const shard_actor& one : shards_) supervision_->watch("shard", one);
  supervision_->watch("reader", reader_);
  supervision_->watch("journal", journal_);
  supervision_->watch("fold", fold_actor_);
}

void command_side::spawn_shards() {
  due_ = std::make_unique<due_watch>(options_.shards, [this](std::uint32_t shard, timestamp clock) {
    caf::anon_send(shards_[shard], clock_reached{clock});
  });
  const std::size_t aggregates_max =
      std::max<std::size_t>(1, options_.limits.aggregates_in_memory_max / options_.shards);
  for (std::uint32_t number = 0; number < options_.shards; ++number) {
    auto inside = std::make_shared<std::unique_ptr<shard>>(
        std::make_unique<shard>(number, domain_, options_.limits, aggregates_max,
                                record_number(log_->head().next_record.value() - 1), std::move(indexes_[number]),
                                std::move(armed_[number])));
    due_->note(number, (*inside)->next_due());
    inboxes_.push_back(std::make_shared<commit_inbox>());
    shard_ports ports;
    ports.append = [this](append_request_ptr request) { caf::anon_send(journal_, std::move(request)); };
    ports.reply = [this](std::vector<ready_reply> replies) {
      commands_->post(std::make_unique<text_replies>(std::move(replies)));
    };
    ports.read = [this](read_job_ptr job) { caf::anon_send(reader_, std::move(job)); };
    ports.in_memory = [this](std::uint32_t which, std::size_t aggregates) {
      in_memory_[which].store(aggregates, std::memory_order_relaxed);
    };
    ports.next_due = [this](std::uint32_t which, timestamp due) { due_->note(which, due); };
    shards_.push_back(system_.spawn(run_shard, number, inside, decoder_.get(), inboxes_.back(), std::move(ports)));
  }
}

void command_side::on_flushed(const flush_result_ptr& result) {
  // The answers first: every other fold can wait, the clients do.
  commands_->post(std::make_unique<flush_replies>(result));
  if (result->commits.empty()) return;
  publisher_->post(result->commits);
  for (std::size_t number = 0; number < shards_.size(); ++number) {
    if (inboxes_[number]->put(result)) caf::anon_send(shards_[number], durable_atom::value);
  }
  collect_for_fold(result);
  last_record_.store(result->commits.back().head.next_record.value() - 1, std::memory_order_relaxed);
  check_tail();
}

void command_side::collect_for_fold(const flush_result_ptr& result) {
  to_fold_.push_back(result);
  to_fold_records_ += result->records.size();
  const command_limits& limits = options_.limits;
  if (to_fold_.size() < limits.flushes_per_fold && to_fold_records_ < limits.records_per_fold) return;
  // It wakes for the first and finds the others queued.
  for (flush_result_ptr& one : to_fold_) caf::anon_send(fold_actor_, std::move(one));
  to_fold_.clear();
  to_fold_records_ = 0;
}

void command_side::on_folded(const storage::checkpoint& folded) {
  folded_record_.store(folded.last_record.value(), std::memory_order_relaxed);
  for (const shard_actor& one : shards_) caf::anon_send(one, folded);
  check_tail();
}

void command_side::check_tail() {
  const std::uint64_t last = last_record_.load(std::memory_order_relaxed);
  const std::uint64_t folded = folded_record_.load(std::memory_order_relaxed);
  using enum admission::state;
  if (last - std::min(last, folded) >= options_.limits.tail_records_max) {
    doors_.change(open, tail_full);
  } else {
    doors_.change(tail_full, open);
  }
}

void command_side::on_log_failed(std::vector<ready_reply> replies) {
  doors_.set(admission::state::log_failed);
  commands_->post(std::make_unique<text_replies>(std::move(replies)));
  for (const shard_actor& one : shards_) caf::anon_send(one, failed_atom::value);
  listener_.broken("writing the log failed; nothing is acknowledged any more");
}

std::string command_side::status() const {
  std::size_t aggregates = 0;
  for (std::uint32_t shard = 0; shard < options_.shards; ++shard) {
    aggregates += in_memory_[shard].load(std::memory_order_relaxed);
  }
  const std::uint64_t last = last_record_.load(std::memory_order_relaxed);
  const bool accepting = doors_.now() == admission::state::open;
  std::string out = std::string("\"accepting_commands\":") + (accepting ? "true" : "false");
  out += ",\"aggregates_in_memory\":" + std::to_string(aggregates);
  out += ",\"command_records\":" + std::to_string(last);
  out += ",\"ids_remembered_since_record\":" +
         std::to_string(last - std::min(last, options_.limits.id_horizon.records) + 1);
  out += ",\"index_lag_records\":" +
         std::to_string(last - std::min(last, folded_record_.load(std::memory_order_relaxed)));
  return out;
}

bool command_side::stop(std::chrono::milliseconds patience) {
  if (stopped_) return true;
  stopped_ = true;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  bool all = true;
  if (supervision_) {
    all = commands_->drain(deadline);
    doors_.set(admission::state::stopping);
    all = supervision_->stop(time_until(deadline)) && all;
  }
  // Sockets last, so that answers and events of the last flush still leave; then the log, exactly at its head.
  if (commands_) commands_->close();
  if (publisher_) publisher_->close();
  if (history_endpoint_) history_endpoint_->close();
  shards_.clear();
  journal_ = nullptr;
  reader_ = nullptr;
  fold_actor_ = nullptr;
  store_.reset();
  log_.reset();
  return all;
}

}  // namespace jumak::actors
