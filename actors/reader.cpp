#include "actors/reader.hpp"

namespace jumak::actors {

reader::outcome reader::read(const read_job_ptr& job) const {
  outcome done;
  done.result.job = job;
  if (job->load) {
    auto loaded = load(*job, done.snapshot);
    if (loaded) {
      done.result.loaded = std::move(*loaded);
    } else {
      done.result.failure = std::move(loaded.error());
    }
  }
  for (const lookup& wanted : job->lookups) {
    if (done.result.failure) break;
    auto answer = look_up(job->aggregate, wanted);
    if (answer) {
      done.result.answers.push_back(std::move(*answer));
    } else {
      done.result.failure = std::move(answer.error());
    }
  }
  return done;
}

std::optional<storage::aggregate_snapshot> reader::usable_snapshot(const read_job& job) const {
  auto snapshot = store_.find_snapshot(job.aggregate.text());
  if (!snapshot || snapshot->fingerprint != job.kind->fingerprint()) return std::nullopt;
  const auto agrees = storage::agrees(snapshot->at, log_);
  if (!agrees || !*agrees) return std::nullopt;
  return snapshot;
}

result<loaded_aggregate> reader::load(const read_job& job, std::optional<kept_snapshot>& snapshot) const {
  loaded_aggregate loaded;
  commit_key after{};
  if (const auto base = usable_snapshot(job)) {
    loaded.state = job.kind->load(base->state);
    if (loaded.state) {
      loaded.aggregate_version = base->aggregate_version;
      loaded.last_time = base->last_event_time;
      after = base->at.commit;
    }
  }
  if (!loaded.state) loaded.state = job.kind->create();
  const auto places = facts_.aggregate_places(job.aggregate.text(), after, job.tail_places);
  if (!places) return tl::unexpected(places.error());
  std::uint64_t folded = 0;
  result<void> evolved;
  const auto walked = facts_.for_each_event_of(
      job.aggregate.text(), *places, [&](const record_view& record, const event_view& event, position) {
        if (!evolved) return;
        evolved = loaded.state->evolve(event, record.time);
        loaded.aggregate_version = event.aggregate_version;
        loaded.last_time = record.time;
        ++folded;
      });
  if (!walked) return tl::unexpected(walked.error());
  if (!evolved) return tl::unexpected(evolved.error());
  if (folded > 0 && folded >= events_per_snapshot_) {
    if (auto made = snapshot_of(job, loaded, places->back().commit)) snapshot = std::move(*made);
  }
  return loaded;
}

result<kept_snapshot> reader::snapshot_of(const read_job& job, const loaded_aggregate& loaded, commit_key at) const {
  const auto bytes = log_.read_commit(at);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto commit = commit_view::parse(*bytes);
  if (!commit) return tl::unexpected(commit.error());
  kept_snapshot kept;
  kept.aggregate = job.aggregate;
  kept.snapshot.at = storage::checkpoint_at(*commit);
  kept.snapshot.fingerprint = job.kind->fingerprint();
  kept.snapshot.aggregate_version = loaded.aggregate_version;
  kept.snapshot.last_event_time = loaded.last_time;
  kept.snapshot.state = loaded.state->save();
  return kept;
}

result<lookup_answer> reader::look_up(const aggregate_id& aggregate, const lookup& wanted) const {
  lookup_answer answer;
  if (!wanted.candidates.empty()) {
    auto found = facts_.find_record(aggregate.text(), wanted.id.text(), wanted.candidates);
    if (!found) return tl::unexpected(found.error());
    answer.record = std::move(*found);
    answer.looked_in = wanted.candidates;
  }
  for (const std::string& stream : wanted.streams) {
    auto fact = facts_.find_stream_fact(aggregate.text(), stream);
    if (!fact) return tl::unexpected(fact.error());
    answer.facts.add(std::move(*fact));
  }
  return answer;
}

}  // namespace jumak::actors
