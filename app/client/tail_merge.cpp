#include "app/client/tail_merge.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"

namespace jumak::app::client {
namespace {

/// Live events kept while a hole before them is read. Beyond it they are dropped: history has them.
constexpr std::size_t events_held_max = 10'000;

}  // namespace

tail_merge::tail_merge(std::uint64_t from, view seen) : view_(seen), examined_(from - 1) {
  JUMAK_ASSERT(from >= 1);
}

std::vector<tail_event> tail_merge::take_live(tail_event event) {
  std::vector<tail_event> out;
  if (event.position <= examined_) {
    return out;
  }
  head_ = std::max(head_, event.position);
  if (view_ == view::everything && held_.size() < events_held_max) {
    held_.emplace(event.position, std::move(event));
    release_held(out);
  }
  return out;
}

std::vector<tail_event> tail_merge::take_page(tail_page page) {
  JUMAK_ASSERT(reading_);
  reading_ = false;
  std::vector<tail_event> out;
  std::ranges::sort(page.events, {}, &tail_event::position);
  for (tail_event& event : page.events) {
    if (event.position > examined_) {
      examined_ = event.position;
      out.push_back(std::move(event));
    }
  }
  if (page.next) {
    examined_ = std::max(examined_, *page.next - 1);
  } else {
    examined_ = std::max(examined_, page.head);
    caught_up_ = true;
    suspicious_ = false;
    // Had we heard of a higher position than this page knew, the next heartbeat says so again;
    // asking in a loop would not bring it sooner.
    head_ = examined_;
  }
  release_held(out);
  return out;
}

void tail_merge::take_head(std::uint64_t position) { head_ = std::max(head_, position); }

std::optional<std::uint64_t> tail_merge::read_wanted() const {
  const bool behind = suspicious_ || head_ > examined_;
  return behind && !reading_ ? std::optional(examined_ + 1) : std::nullopt;
}

void tail_merge::begin_read() {
  JUMAK_ASSERT(!reading_);
  reading_ = true;
}

void tail_merge::release_held(std::vector<tail_event>& out) {
  while (!held_.empty() && held_.begin()->first <= examined_ + 1) {
    auto node = held_.extract(held_.begin());
    if (node.key() == examined_ + 1) {
      examined_ = node.key();
      out.push_back(std::move(node.mapped()));
    }
  }
}

}  // namespace jumak::app::client
