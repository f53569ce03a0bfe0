#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/read_model.hpp"
#include "core/timestamp.hpp"
#include "domain/views/desk_lists.hpp"
#include "domain/views/reservation_status.hpp"
#include "domain/views/stay_range.hpp"

/// FindReservations: the reservations of a hotel, open and closed, for which everything holds that
/// is asked. In the order they were made.
namespace jumak::hotel::views {

struct find_reservations {
  static constexpr std::string_view type = "FindReservations";
  using answer = page<stay_item>;
  jumak::name hotel;
  std::optional<jumak::name> guest;
  /// Part of the guest's full name, or of the name of a guest who is not registered.
  std::optional<free_text> name;
  std::optional<reservation_status> status;
  std::optional<free_text> channel;
  // The stay has a night in `[from, to)`; an end that is not given is open.
  std::optional<date> from;
  std::optional<date> to;
  std::optional<page_limit> limit;
  std::optional<std::string> cursor;

  [[nodiscard]] static std::optional<std::string> check(const find_reservations& query) {
    return query.from && query.to ? check_order(*query.from, *query.to, "from", "to")
                                  : std::nullopt;
  }
};
BOOST_DESCRIBE_STRUCT(find_reservations, (),
                      (hotel, guest, name, status, channel, from, to, limit, cursor))

}  // namespace jumak::hotel::views
