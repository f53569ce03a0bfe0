#include "app/server.hpp"

#include <spdlog/spdlog.h>

#include "app/version.hpp"
#include "app/waiting_note.hpp"
#include "wire/encode.hpp"

namespace jumak::app {
namespace {

/// Where both sides of one process meet: through ZeroMQ, but not through the kernel.
constexpr const char* events_inside = "inproc://events";

}  // namespace

server::server(const hosting::hosted_domain& domain, server_options options)
    : domain_(domain), options_(std::move(options)), config_(options_.pool_threads), system_(config_) {
  actors::assert_options(system_);
}

server::~server() { stop(); }

result<std::unique_ptr<server>> server::open(const hosting::hosted_domain& domain, server_options options) {
  std::unique_ptr<server> made(new server(domain, std::move(options)));
  if (auto opened = made->open_sides(); !opened) return tl::unexpected(opened.error());
  return made;
}

result<void> server::open_sides() {
  if (options_.role != server_role::query) {
    actors::command_side_options command;
    command.data = options_.data;
    command.commands_address = options_.commands;
    command.events_address = options_.events;
    command.history_address = options_.history;
    if (options_.role == server_role::both) command.events_inside_address = events_inside;
    command.allow_backdating = options_.allow_backdating;
    command.shards = options_.shards;
    command.fold_paused = options_.fold_paused;
    if (options_.aggregates_in_memory_max) {
      command.limits.aggregates_in_memory_max = *options_.aggregates_in_memory_max;
    }
    auto opened = actors::command_side::open(domain_, system_, messaging_, std::move(command),
                                             {[](std::string_view note) { spdlog::warn("{}", note); },
                                              [this](const std::string& why) { note_broken(why); }});
    if (!opened) return tl::unexpected(opened.error());
    commands_ = std::move(*opened);
    options_.commands = commands_->commands_address();
    options_.events = commands_->events_address();
    options_.history = commands_->history_address();
  }
  if (options_.role != server_role::command) {
    actors::query_side_options query;
    query.queries_address = options_.queries;
    query.events_address = commands_ ? events_inside : options_.events;
    query.history_address = options_.history;
    query.version = version;
    query.views_folder = options_.views.empty() && commands_ ? options_.data / "views" : options_.views;
    query.views.snapshot_every = options_.view_snapshot_every;
    auto opened = actors::query_side::open(domain_, system_, messaging_, std::move(query),
                                           {[this](const log_head& head) { note_ready(head); },
                                            [this](const log_head& at, const std::string& why) { note_stopped(at, why); },
                                            [this](const std::string& why) { note_broken(why); },
                                            {[](const std::string& note) { spdlog::info("{}", note); },
                                             [](const std::string& note) { spdlog::warn("{}", note); }}});
    if (!opened) return tl::unexpected(opened.error());
    queries_ = std::move(*opened);
    options_.queries = queries_->queries_address();
  }
  return {};
}

bool server::start(const std::atomic<bool>& give_up) {
  if (commands_) commands_->start();
  if (queries_) {
    queries_->start();
  } else {
    note_ready(commands_->head());
  }
  constexpr std::chrono::milliseconds look(100);
  waiting_note note(options_.events, options_.history, std::chrono::steady_clock::now());
  std::unique_lock lock(mutex_);
  while (!ready_ && !broken_ && !give_up) {
    changed_.wait_for(lock, look);
    if (ready_ || !queries_) continue;
    const auto told = note.look(queries_->following(), std::chrono::steady_clock::now());
    if (told) spdlog::warn("{}", *told);
  }
  return ready_.has_value();
}

std::string server::ready_line() const {
  const std::lock_guard lock(mutex_);
  const log_head head = ready_.value_or(log_head{});
  std::string line = "{\"ready\":true";
  wire::write_key(line, "log");
  wire::write_text(line, to_text(head.log));
  if (commands_) {
    wire::write_key(line, "commands");
    wire::write_text(line, options_.commands);
  }
  if (queries_) {
    wire::write_key(line, "queries");
    wire::write_text(line, options_.queries);
  }
  if (commands_) {
    wire::write_key(line, "events");
    wire::write_text(line, options_.events);
    wire::write_key(line, "history");
    wire::write_text(line, options_.history);
  }
  wire::write_key(line, "position");
  wire::write_unsigned(line, head.head().value());
  return line + "}";
}

void server::note_ready(const log_head& head) {
  const std::lock_guard lock(mutex_);
  if (!ready_) ready_ = head;
  changed_.notify_all();
}

void server::note_stopped(const log_head& at, const std::string& why) {
  spdlog::error("{}; queries are unavailable until a newer version runs, commands are not", why);
  note_ready(at);
}

void server::note_broken(const std::string& why) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    if (broken_) return;
    broken_ = why;
    wake = wake_;
  }
  spdlog::critical("{}", why);
  changed_.notify_all();
  if (wake) wake();
}

std::optional<std::string> server::broken() const {
  const std::lock_guard lock(mutex_);
  return broken_;
}

void server::on_broken(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

bool server::stop() {
  bool all = true;
  // The query side first: it follows the command side.
  if (queries_) all = queries_->stop(stop_patience / 3) && all;
  if (commands_) all = commands_->stop(stop_patience) && all;
  queries_.reset();
  commands_.reset();
  return all;
}

}  // namespace jumak::app
