#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/pack.hpp"
#include "core/read_model.hpp"
#include "domain/views/cursor.hpp"

namespace jumak::hotel::views {

/// The sort key of lists ordered by a name.
struct name_key {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(name_key, (), (name))

template <class Query>
[[nodiscard]] std::size_t limit_of(const Query& query) {
  return query.limit ? static_cast<std::size_t>(query.limit->integer()) : page_limit_default;
}

/// Keeps the first `limit` candidates by `before`, sorted, and says whether there were more. Looks
/// at each candidate once and sorts only what the page shows.
template <class Candidate, class Before>
[[nodiscard]] bool keep_first(std::vector<Candidate>& candidates, std::size_t limit,
                              Before before) {
  const bool more = candidates.size() > limit;
  if (more) {
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(limit);
    std::nth_element(candidates.begin(), end, candidates.end(), before);
    candidates.erase(end, candidates.end());
  }
  std::sort(candidates.begin(), candidates.end(), before);
  return more;
}

}  // namespace jumak::hotel::views
