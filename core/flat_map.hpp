#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <string_view>

#include "core/hash.hpp"

namespace jumak {

/// Hashes any text alike, so that a map of strings is searched by views without making a string.
struct text_hash {
  using is_transparent = void;
  using is_avalanching = void;
  std::size_t operator()(std::string_view text) const noexcept { return hash64_of(text); }
};

/// A map by text with open addressing: one or two cache lines a look-up. Values move when it grows, so keep
/// large ones behind a pointer. `Key` is std::string, or std::string_view of text that outlives the entry.
template <class Key, class Value>
using flat_text_map = boost::unordered_flat_map<Key, Value, text_hash, std::equal_to<>>;

}  // namespace jumak
