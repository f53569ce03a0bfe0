#include "actors/history.hpp"

#include <algorithm>

#include "actors/event_json.hpp"
#include "actors/request_errors.hpp"
#include "wire/encode.hpp"
#include "wire/json.hpp"
#include "wire/reply.hpp"
#include "wire/strict_json.hpp"

namespace jumak::actors {
namespace {

constexpr std::uint32_t retry_after_ms = 50;
constexpr std::size_t read_bytes = 1024 * 1024;

/// A stream's exact name, or a prefix ending in `/` that is matched against the name and a `/`.
bool stream_matches(const std::optional<std::string>& wanted, const record_view& record, const event_view& event) {
  if (!wanted) return true;
  thread_local std::string full;
  full.assign(record.aggregate);
  if (!event.stream.empty()) full.append("/").append(event.stream);
  if (wanted->ends_with('/')) {
    full += '/';
    return full.starts_with(*wanted);
  }
  return full == *wanted;
}

bool type_matches(const std::vector<std::string>& wanted, std::string_view type) {
  return wanted.empty() || std::ranges::find(wanted, type) != wanted.end();
}

/// Collects one page; says when it is full.
class event_page {
 public:
  event_page(const hosting::hosted_domain& domain, const wire::read_events& wanted, const history_limits& limits)
      : domain_(domain), wanted_(wanted), limits_(limits), next_(wanted.from) {}

  result<void> add(const commit_view& commit) {
    result<void> problem;
    const std::string log = to_text(commit.header().log);
    auto walked = for_each_event(commit, [&](const record_view& record, const event_view& event, position at) {
      if (at < wanted_.from) return true;
      if (full()) return false;
      if (stream_matches(wanted_.stream, record, event) && type_matches(wanted_.types, event.type)) {
        if (count_ > 0) events_ += ',';
        problem = write_event(events_, domain_, log, record, event, at);
        ++count_;
      }
      next_ = at.next();
      return problem.has_value();
    });
    examined_ += commit.bytes().size();
    return problem ? walked : problem;
  }

  [[nodiscard]] bool full() const noexcept {
    return count_ >= wanted_.limit || events_.size() >= limits_.reply_bytes_max ||
           examined_ >= limits_.examined_bytes_max;
  }
  [[nodiscard]] position next() const noexcept { return next_; }

  [[nodiscard]] std::string data(position head) const {
    std::string out = "{\"events\":[" + events_ + "]";
    if (next_ <= head) out += ",\"next\":" + std::to_string(next_.value());
    return out + "}";
  }

 private:
  const hosting::hosted_domain& domain_;
  const wire::read_events& wanted_;
  const history_limits& limits_;
  position next_;
  std::string events_;
  std::size_t count_ = 0;
  std::size_t examined_ = 0;
};

}  // namespace

history::history(const hosting::hosted_domain& domain, const storage::log& log, history_limits limits)
    : domain_(domain), log_(log), limits_(limits) {}

void history::on_drained(std::span<net::request> requests, net::reply_sink& replies) {
  std::size_t told = 0;
  for (net::request& request : requests) {
    const bool too_much = told >= limits_.drain_bytes_max && request.verdict == net::request_verdict::ok;
    if (too_much) request.verdict = net::request_verdict::overloaded;
    if (net::is_log_frame(request.body.text())) {
      told += answer_page(request, replies);
    } else {
      const std::string reply = answer(request);
      replies.reply(request.address, reply);
      told += reply.size();
    }
  }
}

std::string history::answer(const net::request& request) const {
  const auto refused = error_of(request.verdict, retry_after_ms);
  const bool readable = !refused || request.verdict == net::request_verdict::overloaded;
  if (!readable) return wire::error_reply(std::nullopt, *refused);
  wire::json_scratch scratch;
  auto json = wire::parse_strict(request.body.text(), scratch.storage());
  if (!json) return wire::error_reply(std::nullopt, json.error());
  const auto id = wire::readable_id(*json);
  if (refused) return wire::error_reply(id, *refused);
  auto envelope = wire::decode_query_envelope(*json);
  if (!envelope) return wire::error_reply(id, envelope.error());
  if (envelope->type != wire::read_events::type) {
    return wire::error_reply(id, {errc::unknown_type, "type: the history endpoint knows ReadEvents only", {}});
  }
  auto wanted = wire::decode_read_events(envelope->data);
  if (!wanted) return wire::error_reply(id, wanted.error());
  const log_head head = log_.head();
  auto data = read_events(*wanted, head);
  if (!data) return wire::error_reply(id, {errc::internal, data.error().message, std::nullopt});
  return wire::query_reply(*id, head.head(), *data);
}

result<std::string> history::read_events(const wire::read_events& wanted, const log_head& head) const {
  event_page page(domain_, wanted, limits_);
  if (wanted.from > head.head()) return page.data(head.head());
  auto from = log_.find(wanted.from);
  if (!from) return tl::unexpected(from.error());
  const commit_key end = storage::key_after(head);
  commit_key next = *from;
  while (!page.full() && next < end) {
    auto commits = log_.read(next, read_bytes);
    if (!commits) return tl::unexpected(commits.error());
    if (commits->empty()) break;
    for (const std::string& bytes : *commits) {
      auto commit = commit_view::parse(bytes);
      if (!commit) return tl::unexpected(commit.error());
      if (commit->key() >= end || page.full()) break;
      if (auto added = page.add(*commit); !added) return tl::unexpected(added.error());
      next = {commit->header().next_position(), commit->header().number.next()};
    }
  }
  return page.data(head.head());
}

std::size_t history::answer_page(const net::request& request, net::reply_sink& replies) const {
  net::page_header page;
  std::vector<std::string> commits;
  const log_head head = log_.head();
  page.head = head;
  const auto wanted = net::read_page_request(request.body.text());
  if (!wanted) {
    replies.reply(request.address, wire::error_reply(std::nullopt, wanted.error()));
    return 0;
  }
  page.sequence = wanted->sequence;
  const bool same_log = wanted->log == log_id{} || wanted->log == head.log;
  const commit_key end = storage::key_after(head);
  if (request.verdict != net::request_verdict::ok) {
    page.status = net::page_status::unavailable;
  } else if (!same_log || wanted->from > end || (wanted->from == end && wanted->previous != head.last_hash)) {
    page.status = net::page_status::diverged;
  } else if (wanted->from < end) {
    auto read = log_.read(wanted->from, std::min(wanted->bytes_max, net::page_bytes_max));
    const auto first = read && !read->empty() ? commit_view::parse(read->front()) : failure(errc::corrupt, "");
    if (!first) {
      page.status = net::page_status::unavailable;
    } else if (first->key() != wanted->from || first->header().previous != wanted->previous) {
      page.status = net::page_status::diverged;
    } else {
      commits = std::move(*read);
    }
  }
  page.commit_count = static_cast<std::uint32_t>(commits.size());
  const std::string header = net::encode(page);
  std::vector<std::string_view> frames{header};
  frames.insert(frames.end(), commits.begin(), commits.end());
  replies.reply(request.address, frames);
  std::size_t bytes = 0;
  for (const std::string& commit : commits) bytes += commit.size();
  return bytes;
}

}  // namespace jumak::actors
