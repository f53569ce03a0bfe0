#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/decider.hpp"
#include "core/fields.hpp"

/// What can be asked about a person. Members are the wire's fields, in its order.
namespace jumak::guest {

struct register_guest {
  static constexpr std::string_view type = "RegisterGuest";
  static constexpr rejection_codes<1> rejections{"already_exists"};
  free_text full_name;
  std::optional<free_text> email;
  std::optional<free_text> phone;
  std::optional<free_text> country;
};
BOOST_DESCRIBE_STRUCT(register_guest, (), (full_name, email, phone, country))

/// Changes the fields given and keeps the others.
struct update_guest {
  static constexpr std::string_view type = "UpdateGuest";
  static constexpr rejection_codes<1> rejections{"unknown_guest"};
  std::optional<free_text> full_name;
  std::optional<free_text> email;
  std::optional<free_text> phone;
  std::optional<free_text> country;

  /// What is malformed about the fields together, or nothing. For codecs, after every field was read.
  [[nodiscard]] static std::optional<std::string> check(const update_guest& asked);
};
BOOST_DESCRIBE_STRUCT(update_guest, (), (full_name, email, phone, country))

using command = std::variant<register_guest, update_guest>;

}  // namespace jumak::guest
