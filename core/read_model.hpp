#pragma once

#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/strong_integer.hpp"
#include "core/timestamp.hpp"

/// What the query side of a domain is to the engine.
namespace jumak {

/// What surrounds an event when a view applies it. Valid during the call only.
struct applied_event {
  const aggregate_id& aggregate;
  position at;
  version stream_version;
  timestamp time;
  std::string_view actor;  ///< Empty when the command named none.
};

/// How many items a page may have; 100 when not given.
using page_limit = bounded_integer<struct page_limit_tag, 1, 1000>;
inline constexpr std::size_t page_limit_default = 100;

/// Lists on the wire: `{"items":[…],"next":"…"}`; the last page has no `next`.
template <class Item>
struct page {
  using item = Item;
  std::vector<Item> items;
  std::optional<std::string> next;
};

/// A read model is one object holding every view that one query may join, all at one position:
/// - `deciders`: mp_list of the deciders whose events it folds;
/// - `apply(const D::event&, const applied_event&)` for each of them; total, single-threaded;
/// - `queries`: mp_list of described query structs, each with `static constexpr std::string_view type` and
///   `using answer` (described, or page<described>);
/// - `ask(query) -> result<answer>`, const; errors are not_found, and malformed for a cursor that is not ours;
/// - `view_names`: what GetSystemStatus lists;
/// - if its state can be kept (core/keep.hpp), `kept(auto& self)`: std::tie of one member for each view, in the order of
///   `view_names`. Such views start from snapshots, and are compared when they are rebuilt. A view may say
///   `static constexpr std::uint32_t schema`, to be raised when it folds the same events to other rows, and
///   `row_count()`, or have a size(); the model may have a `schema`, too.
/// Answers depend on the applied events only, never on a clock, so every replay answers alike.
template <class Model>
concept read_model = std::default_initializable<Model> && requires {
  typename Model::deciders;
  typename Model::queries;
  { Model::view_names.size() } -> std::convertible_to<std::size_t>;
};

}  // namespace jumak
