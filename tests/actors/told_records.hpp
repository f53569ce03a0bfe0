#pragma once

#include <string>
#include <vector>

#include "storage/index/due_id.hpp"
#include "tests/actors/shard_world.hpp"

namespace jumak::actors::testing {

/// A record as the log tells it: id, time, its events' types or the code of its refusal; a star when time was given.
inline std::vector<std::string> told_records(const shard_world& world) {
  std::vector<std::string> told;
  const auto commits = world.truth().read(storage::first_key, 1 << 30).value();
  for (const std::string& bytes : commits) {
    const auto commit = commit_view::parse(bytes);
    if (commit->header().kind != commit_kind::records) continue;
    record_reader reader(commit->payload());
    for (record_view record; reader.next(record);) {
      std::string one = std::string(record.id) + " " + std::to_string(record.time.time_since_epoch().count());
      if (record.time_given) one += "*";
      for (const event_view& event : record.events) one += " " + std::string(event.type);
      if (record.refusal) one += " " + record.refusal->code;
      told.push_back(one);
    }
  }
  return told;
}

inline std::vector<std::string> told_of_engine(const shard_world& world) {
  auto told = told_records(world);
  std::erase_if(told, [](const std::string& one) { return !storage::is_due_id(one); });
  return told;
}

inline shelf_command on(const std::string& shelf, shelf_command command) {
  command.shelf = shelf;
  return command;
}
inline shelf_command given(std::int64_t time, shelf_command command) {
  command.time = time;
  return command;
}

}  // namespace jumak::actors::testing
