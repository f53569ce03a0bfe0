#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"

/// GetGuest: a registered person and what became of their reservations in all hotels, those made
/// before the registration included. A guest who is only named in reservations is not there.
namespace jumak::hotel::views {

/// Payments less refunds, in whole minor units.
struct spend_picture {
  std::string currency;
  std::int64_t amount = 0;
};
BOOST_DESCRIBE_STRUCT(spend_picture, (), (currency, amount))

struct guest_answer {
  std::string guest;
  std::string full_name;
  std::optional<std::string> email;
  std::optional<std::string> phone;
  std::optional<std::string> country;
  std::int64_t stays = 0;   ///< Check-outs.
  std::int64_t nights = 0;  ///< Of these stays, less those given back.
  std::int64_t cancellations = 0;
  std::int64_t no_shows = 0;
  std::vector<spend_picture> spend;  ///< By currency.
};
BOOST_DESCRIBE_STRUCT(guest_answer, (),
                      (guest, full_name, email, phone, country, stays, nights, cancellations,
                       no_shows, spend))

struct get_guest {
  static constexpr std::string_view type = "GetGuest";
  using answer = guest_answer;
  name guest;
};
BOOST_DESCRIBE_STRUCT(get_guest, (), (guest))

}  // namespace jumak::hotel::views
