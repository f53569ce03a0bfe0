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

/// A page of rows in a map by name, with what `item_of` says of each entry.
template <class Item, class Query, class Rows, class ItemOf>
[[nodiscard]] result<page<Item>> page_of_map(const Query& query, const Rows& rows, ItemOf item_of) {
  const auto after = cursor_key<name_key>(query);
  if (!after) {
    return tl::unexpected(after.error());
  }
  page<Item> answer;
  const std::size_t limit = limit_of(query);
  auto last = rows.end();
  for (auto at = *after ? rows.upper_bound((*after)->name) : rows.begin(); at != rows.end();
       last = at++) {
    if (answer.items.size() == limit) {
      answer.next = cursor_after(query, name_key{last->first});
      break;
    }
    answer.items.push_back(item_of(*at));
  }
  return answer;
}

/// How many rows one page of a search looks at. A page may therefore be short, or empty, and still
/// have a `next`: so a rare thing in a large hotel does not keep the other queries waiting.
inline constexpr std::size_t rows_searched_max = 20'000;

/// A walk over numbered rows in an order that no event changes: rows are only ever added, and at
/// the end. A page of it begins behind the last row of the page before, whatever came in between.
template <class Number, class After, class Fits, class NameOf>
struct row_walk {
  std::optional<Number> first;  ///< Nothing when there is no row to begin with.
  After after;                  ///< The next row's number; nothing behind the last.
  Fits fits;                    ///< Whether a row is shown.
  NameOf name_of;               ///< The row's key.
};

/// The next rows of the walk that fit, with what `item_of` says of each.
template <class Item, class Query, class Walk, class ItemOf>
[[nodiscard]] page<Item> searched_page(const Query& query, const Walk& walk, ItemOf item_of) {
  page<Item> answer;
  const std::size_t limit = limit_of(query);
  std::size_t searched = 0;
  auto last = walk.first;
  for (auto at = walk.first; at; at = walk.after(*at)) {
    const bool is_shown = walk.fits(*at);
    if (searched++ == rows_searched_max || (is_shown && answer.items.size() == limit)) {
      answer.next = cursor_after(query, name_key{walk.name_of(*last)});
      break;
    }
    if (is_shown) {
      answer.items.push_back(item_of(*at));
    }
    last = at;
  }
  return answer;
}

}  // namespace jumak::hotel::views
