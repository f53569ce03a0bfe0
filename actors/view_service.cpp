#include "actors/view_service.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "wire/encode.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {
namespace {

constexpr std::string_view system_status_type = "GetSystemStatus";
constexpr std::uint32_t retry_after_ms = 50;

}  // namespace

view_service::view_service(std::shared_ptr<view_set> begin, query_limits limits, std::string version, time_point started)
    : set_(std::move(begin)),
      limits_(limits),
      version_(std::move(version)),
      started_(started),
      names_(set_->views().names()),
      now_(started) {}

void view_service::on_commits(fed_commits_ptr commits, replies& out) {
  if (held_) return held_back_.push_back(std::move(commits));
  apply(*commits);
  note_ready();
  release_waiting(now_, out);
}

void view_service::apply(const fed_commits& commits) {
  for (const net::fed_commit& commit : commits.commits) {
    if (broken_ || stopped_) return;
    apply(commit.view);
    ++credit_.commits;
    credit_.bytes += commit.bytes.size();
  }
}

void view_service::apply(const commit_view& commit) {
  if (const auto applied = set_->apply(commit); !applied) note_problem(commit, applied.error());
}

void view_service::on_order(view_order& order, replies& out) {
  switch (order.what) {
    case view_order::kind::hold:
      return order.answer(hold());
    case view_order::kind::swap:
      return order.answer(swap(order.views));
    case view_order::kind::release:
      return release(out);
    case view_order::kind::begin:
      return begin(order.views);
  }
}

std::shared_ptr<view_set> view_service::hold() {
  held_ = true;
  return ready() ? set_ : nullptr;
}

void view_service::release(replies& out) {
  held_ = false;
  for (const fed_commits_ptr& commits : std::exchange(held_back_, {})) apply(*commits);
  note_ready();
  release_waiting(now_, out);
}

std::shared_ptr<view_set> view_service::swap(std::shared_ptr<view_set> next) {
  if (!held_ || !ready() || !next->sound() || next->head() != set_->head()) return nullptr;
  return std::exchange(set_, std::move(next));
}

void view_service::begin(std::shared_ptr<view_set> other) {
  JUMAK_ASSERT(!ready_);
  set_ = std::move(other);
}

void view_service::note_problem(const commit_view& commit, const error& problem) {
  const std::string why = "the views stopped at position " + std::to_string(applied().head().value()) +
                          ", before commit " + std::to_string(commit.header().number.value()) + ": " + problem.message;
  // Bytes that do not fit may fit when the process starts anew; what is not known to it stays so.
  (problem.code == errc::newer_format ? stopped_ : broken_) = why;
}

void view_service::note_ready() {
  if (!ready_ && first_heard_ && applied().last_commit >= first_heard_->last_commit) ready_ = true;
}

void view_service::on_feed(const feed_state& news, replies& out) {
  if (news.head) {
    if (!first_heard_) first_heard_ = news.head;
    heard_ = news.head;
    set_->note_log(news.head->log);
  }
  if (news.status) command_status_ = *news.status;
  if (news.diverged) broken_ = *news.diverged;
  note_ready();
  if (broken_) release_waiting(now_, out);
}

void view_service::on_queries(query_batch& batch, replies& out) {
  now_ = std::max(now_, batch.now);
  answer_bytes_ = 0;
  for (routed_query& query : batch.queries) answer(query, batch.now, out);
}

void view_service::answer(routed_query& query, time_point now, replies& out) {
  if (auto why = refusal(query)) {
    out.push_back({query.address, wire::error_reply(query.id, *why)});
    return;
  }
  const position at_least = query.after ? query.after->at : position();
  if (at_least <= applied().head()) {
    out.push_back({query.address, answer_now(query, now)});
  } else if (waiting_.size() >= limits_.waiting_max) {
    const error why{errc::overloaded, "too many queries wait for a position", retry_after_ms};
    out.push_back({query.address, wire::error_reply(query.id, why)});
  } else {
    waiting_.emplace(at_least, std::move(query));
  }
}

std::optional<error> view_service::refusal(const routed_query& query) const {
  if (query.type != system_status_type && !set_->views().knows(query.type)) {
    return error{errc::unknown_type, "type: there is no query " + query.type, std::nullopt};
  }
  if (broken_) return error{errc::unavailable, *broken_, std::nullopt};
  if (stopped_) {
    const bool now = !query.after || query.after->at <= applied().head();
    if (query.type == system_status_type && now) return std::nullopt;
    return error{errc::unavailable, *stopped_, std::nullopt};
  }
  if (!ready_) return error{errc::unavailable, "the views are still catching up with the log", retry_after_ms};
  if (query.after && query.after->log && *query.after->log != to_text(applied().log)) {
    return error{errc::wrong_log, "after: this is log " + to_text(applied().log) + ", not " + *query.after->log,
                 std::nullopt};
  }
  return std::nullopt;
}

std::string view_service::answer_now(const routed_query& query, time_point now) {
  if (answer_bytes_ > limits_.answer_bytes_max) {
    const error why{errc::overloaded, "the answers to what came before are large; ask again", retry_after_ms};
    return wire::error_reply(query.id, why);
  }
  const auto data = ask(query, now);
  if (data) {
    answer_bytes_ += data->size();
    return wire::query_reply(query.id, applied().head(), *data);
  }
  const bool looked = data.error().code == errc::not_found;
  return wire::error_reply(query.id, data.error(), looked ? std::optional(applied().head()) : std::nullopt);
}

result<std::string> view_service::ask(const routed_query& query, time_point now) const {
  if (query.type != system_status_type) return set_->views().ask(query.type, query.data);
  if (!query.data.empty()) return failure(errc::malformed, "data: GetSystemStatus takes no fields");
  return system_status(now);
}

void view_service::release_waiting(time_point now, replies& out) {
  answer_bytes_ = 0;
  const auto end = broken_ || stopped_ ? waiting_.end() : waiting_.upper_bound(applied().head());
  for (auto next = waiting_.begin(); next != end; next = waiting_.erase(next)) {
    const auto why = refusal(next->second);
    out.push_back({next->second.address, why ? wire::error_reply(next->second.id, *why) : answer_now(next->second, now)});
  }
}

void view_service::on_tick(time_point now, replies& out) {
  now_ = now;
  for (auto next = waiting_.begin(); next != waiting_.end();) {
    if (next->second.deadline > now) {
      ++next;
      continue;
    }
    const error why{errc::timeout,
                    "after: the views had not reached position " + std::to_string(next->first.value()) + " in time",
                    std::nullopt};
    out.push_back({next->second.address, wire::error_reply(next->second.id, why, applied().head())});
    next = waiting_.erase(next);
  }
}

std::string view_service::system_status(time_point now) const {
  const position head = std::max(heard_ ? heard_->head() : position(), applied().head());
  std::string out = "{\"log\":";
  wire::write_text(out, to_text(applied().log));
  wire::write_key(out, "head");
  wire::write_unsigned(out, head.value());
  out += ",\"views\":[";
  for (const std::string_view name : names_) {
    if (name != names_.front()) out += ',';
    out += "{\"name\":";
    wire::write_text(out, name);
    wire::write_key(out, "position");
    wire::write_unsigned(out, applied().head().value());
    wire::write_key(out, "lag");
    wire::write_unsigned(out, distance(applied().head(), head));
    out += '}';
  }
  out += ']';
  if (stopped_) {
    wire::write_key(out, "stopped");
    wire::write_text(out, *stopped_);
  }
  wire::write_key(out, "streams");
  wire::write_unsigned(out, set_->streams());
  if (!command_status_.empty()) out += "," + command_status_;
  wire::write_key(out, "uptime_s");
  wire::write_integer(out, std::chrono::duration_cast<std::chrono::seconds>(now - started_).count());
  wire::write_key(out, "version");
  wire::write_text(out, version_);
  return out + "}";
}

}  // namespace jumak::actors
