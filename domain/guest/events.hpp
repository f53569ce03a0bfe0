#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string_view>
#include <variant>

#include "core/fields.hpp"

/// What has happened to our knowledge of a person. Members are the wire's fields, in its order.
namespace jumak::guest {

struct guest_registered {
  static constexpr std::string_view type = "GuestRegistered";
  static constexpr unsigned schema = 1;
  free_text full_name;
  std::optional<free_text> email;
  std::optional<free_text> phone;
  std::optional<free_text> country;
};
BOOST_DESCRIBE_STRUCT(guest_registered, (), (full_name, email, phone, country))

/// Carries the fields that were given; the others stay.
struct guest_updated {
  static constexpr std::string_view type = "GuestUpdated";
  static constexpr unsigned schema = 1;
  std::optional<free_text> full_name;
  std::optional<free_text> email;
  std::optional<free_text> phone;
  std::optional<free_text> country;
};
BOOST_DESCRIBE_STRUCT(guest_updated, (), (full_name, email, phone, country))

using event = std::variant<guest_registered, guest_updated>;

}  // namespace jumak::guest
