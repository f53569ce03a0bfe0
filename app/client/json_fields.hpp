#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jumak::app::client {

/// The text in a field; empty if there is none. Valid as long as the object.
[[nodiscard]] std::string_view text_at(const boost::json::object& object, std::string_view field);

/// The whole number ≥ 0 in a field, if there is one.
[[nodiscard]] std::optional<std::uint64_t> count_at(const boost::json::object& object,
                                                    std::string_view field);

}  // namespace jumak::app::client
