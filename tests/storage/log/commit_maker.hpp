#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/commit.hpp"

namespace jumak::storage {

/// What a test wants in a commit.
struct commit_shape {
  std::uint32_t accepted = 1;  ///< Records with events.
  std::uint32_t events_each = 1;
  std::uint32_t refused = 0;  ///< Records without.
  std::size_t event_bytes = 100;
};

/// A sealed commit that extends `head`, which moves past it. Each record is of an aggregate of its own,
/// named by the commit's number, so that versions are right whatever became of other commits.
[[nodiscard]] std::string make_commit(log_head& head, const commit_shape& shape = {});

/// `count` commits whose shapes come from `seed`: about a third of them refusals only.
[[nodiscard]] std::vector<std::string> make_commits(log_head& head, std::size_t count,
                                                    std::uint64_t seed);

}  // namespace jumak::storage
