#include "actors/view_set.hpp"

#include "actors/event_json.hpp"

namespace jumak::actors {

std::shared_ptr<view_set> view_set::from(const hosting::hosted_domain& domain, const storage::view_snapshot& snapshot) {
  auto made = std::make_shared<view_set>(domain);
  if (!made->views_->load(snapshot.views)) return nullptr;
  made->head_ = snapshot.head;
  made->streams_ = snapshot.streams;
  return made;
}

result<void> view_set::apply(const commit_view& commit) {
  result<void> applied;
  const auto walked =
      for_each_event(commit, [&](const record_view& record, const event_view& event, position at) {
        applied = views_->apply(record, event, at);
        if (event.stream_version == version(1)) ++streams_;
        return applied.has_value();
      });
  const result<void>& problem = applied ? walked : applied;
  sound_ = problem.has_value();
  if (problem) head_ = head_after(commit);
  return problem;
}

}  // namespace jumak::actors
