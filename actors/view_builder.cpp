#include "actors/view_builder.hpp"

#include <thread>

namespace jumak::actors {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds rest(1);

std::chrono::milliseconds since(clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now() - begun);
}

}  // namespace

hosting::hosted_views::question view_builder::enough() const {
  return [&give_up = around_.give_up] { return give_up.load(); };
}

result<std::unique_ptr<view_build>> view_builder::begin(bool from_snapshot) const {
  const auto start = [this, from_snapshot](std::optional<position> before) {
    return from_snapshot ? around_.keeping->start(before) : std::make_shared<view_set>(around_.domain);
  };
  return view_build::open(around_.messaging, around_.feed, start(std::nullopt), start, around_.give_up);
}

void view_builder::keep(position at) {
  if (around_.keeping == nullptr || !around_.keeping->possible()) return;
  // Asked for more often than it can be done: then the first time was enough.
  if (at < around_.keeping->kept().plus(limits_.snapshot_every)) return;
  auto beside = begin(true);
  if (beside && (*beside)->catch_up()) around_.keeping->save(*(*beside)->views(), enough());
}

result<rebuilt_views> view_builder::rebuild() {
  const auto begun = clock::now();
  auto beside = begin(false);
  if (!beside) return tl::unexpected(beside.error());
  if (auto caught_up = (*beside)->catch_up(); !caught_up) return tl::unexpected(caught_up.error());
  // What was kept before comes from the views that are to go.
  if (around_.keeping != nullptr) around_.keeping->save(*(*beside)->views(), enough());
  while (true) {
    if (auto near = (*beside)->come_near(limits_.join_commits_max); !near) return tl::unexpected(near.error());
    auto joined = join(**beside);
    if (!joined) return tl::unexpected(joined.error());
    if (!*joined) {
      std::this_thread::sleep_for(rest);  // The running ones may be behind; they come.
      continue;
    }
    (*joined)->took = since(begun);
    return std::move(**joined);
  }
}

result<std::optional<rebuilt_views>> view_builder::join(view_build& beside) {
  rebuilt_views rebuilt;
  std::shared_ptr<view_set> before;
  const auto stopped = failure(errc::unavailable, "the running views serve no queries, or the server stops");
  {
    const auto held_at = clock::now();
    view_hold hold(around_.running, limits_.answer_wait);
    before = hold.views();
    if (!before) return stopped;
    const auto there = beside.fold_to(before->head(), held_at + limits_.join_wait);
    if (!there) return tl::unexpected(there.error());
    if (!*there) return std::optional<rebuilt_views>();
    if (!hold.swap(beside.views())) return stopped;
    // Theirs while nothing is applied to them; of those before, which are ours now, when it is again.
    auto figures = beside.views()->views().figures(enough());
    if (!figures) return stopped;
    rebuilt.now = std::move(*figures);
    rebuilt.held = since(held_at);
  }
  rebuilt.at = before->head().head();
  auto figures = before->views().figures(enough());
  if (!figures) return stopped;
  rebuilt.before = std::move(*figures);
  return std::optional(std::move(rebuilt));
}

}  // namespace jumak::actors
