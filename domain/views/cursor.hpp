#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/pack.hpp"

/// Where the next page begins: the sort key of the last item of the page before. Items that come or
/// go between two pages therefore neither repeat others nor push them out.
///
///   cursor := hexadecimal of (checksum, key)
///   checksum := fixed64, the hash of the key seeded by the query's type and parameters
///   key := packed struct
///
/// The checksum makes the cursor of another query, or a made up one, `malformed`.
namespace jumak::hotel::views {

[[nodiscard]] std::string write_cursor(std::uint64_t query_hash, std::string_view key);
[[nodiscard]] std::optional<std::string> read_cursor(std::uint64_t query_hash,
                                                     std::string_view cursor);

/// The same for all pages of one list, whatever their limit.
template <class Query>
[[nodiscard]] std::uint64_t query_hash_of(Query query) {
  query.limit.reset();
  query.cursor.reset();
  return hash64_of(packed(query), hash64_of(Query::type));
}

template <class Query, described Key>
[[nodiscard]] std::string cursor_after(const Query& query, const Key& key) {
  return write_cursor(query_hash_of(query), packed(key));
}

/// The key to continue after; nothing on the first page. Error: malformed, the cursor is not of
/// this query.
template <described Key, class Query>
[[nodiscard]] result<std::optional<Key>> cursor_key(const Query& query) {
  if (!query.cursor) {
    return std::optional<Key>();
  }
  const std::optional<std::string> bytes = read_cursor(query_hash_of(query), *query.cursor);
  std::optional<Key> key = bytes ? unpacked<Key>(*bytes) : std::nullopt;
  if (!key) {
    return failure(errc::malformed,
                   "data.cursor: expected the \"next\" of a page of this same query");
  }
  return key;
}

}  // namespace jumak::hotel::views
