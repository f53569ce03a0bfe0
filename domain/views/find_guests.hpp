#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/fields.hpp"
#include "core/read_model.hpp"
#include "domain/views/get_guest.hpp"

/// FindGuests: the registered guests for whom everything holds that is asked. In the order in which
/// they were first heard of.
namespace jumak::hotel::views {

struct find_guests {
  static constexpr std::string_view type = "FindGuests";
  using answer = page<guest_answer>;
  std::optional<free_text> name;  ///< Part of the full name.
  std::optional<free_text> email;
  std::optional<free_text> phone;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;

  [[nodiscard]] static std::optional<std::string> check(const find_guests& query) {
    if (!query.name && !query.email && !query.phone) {
      return "expected at least one of \"name\", \"email\" and \"phone\"";
    }
    return std::nullopt;
  }
};
BOOST_DESCRIBE_STRUCT(find_guests, (), (name, email, phone, limit, cursor))

}  // namespace jumak::hotel::views
