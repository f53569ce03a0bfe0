#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jumak::app::client {

/// The text in a field; empty if there is none. Valid as long as the object.
[[nodiscard]] std::string_view text_at(const boost::json::object& object, std::string_view field);

/// The whole number ≥ 0 in a field, if there is one.
[[nodiscard]] std::optional<std::uint64_t> count_at(const boost::json::object& object,
                                                    std::string_view field);

/// A value for people: a text without its quotes, all else as JSON.
[[nodiscard]] std::string in_words(const boost::json::value& value);

/// The same of a field; `missing` if there is none.
[[nodiscard]] std::string in_words_at(const boost::json::object& object, std::string_view field,
                                      std::string_view missing);

}  // namespace jumak::app::client
