#include "core/error.hpp"

#include <array>

namespace jumak {
namespace {

struct row {
  errc code;
  std::string_view name;
  std::string_view sentence;
};

constexpr std::array rows{
    row{errc::malformed, "malformed", "The request is not of the form the protocol asks for."},
    row{errc::unknown_type, "unknown_type", "No command or query of that type exists here."},
    row{errc::unknown_aggregate_kind, "unknown_aggregate_kind", "No aggregate of that kind exists here."},
    row{errc::too_large, "too_large", "The request is larger than the configured limit."},
    row{errc::overloaded, "overloaded", "The server is at a limit; try again a little later."},
    row{errc::unavailable, "unavailable", "The server does not serve this at the moment."},
    row{errc::forbidden, "forbidden", "The request is not allowed here."},
    row{errc::expired, "expired", "The command arrived after the moment it named as its end."},
    row{errc::id_reused, "id_reused", "The command id was used before for another command."},
    row{errc::outcome_unknown, "outcome_unknown", "The command may have happened; retry it with the same id."},
    row{errc::not_found, "not_found", "The thing asked for does not exist."},
    row{errc::timeout, "timeout", "The answer was not ready in time."},
    row{errc::wrong_log, "wrong_log", "The position belongs to another log."},
    row{errc::internal, "internal", "The server made a mistake."},
    row{errc::io_failed, "io_failed", "Reading or writing the disk failed."},
    row{errc::corrupt, "corrupt", "Stored bytes are damaged."},
    row{errc::fenced, "fenced", "Another process writes this log now."},
    row{errc::locked, "locked", "The data folder is in use by another process."},
    row{errc::newer_format, "newer_format", "The data was written by a newer version."},
    row{errc::address_in_use, "address_in_use", "The address is taken."},
    row{errc::bad_configuration, "bad_configuration", "The configuration does not fit."},
};

constexpr bool rows_are_in_order() {
  for (std::size_t index = 0; index < rows.size(); ++index) {
    if (static_cast<std::size_t>(rows[index].code) != index || rows[index].name.empty()) return false;
  }
  return true;
}
static_assert(rows.size() == errc_count && rows_are_in_order(), "every errc has its row, in order");

}  // namespace

std::string_view name_of(errc code) noexcept { return rows[static_cast<std::size_t>(code)].name; }

std::string_view sentence_of(errc code) noexcept {
  return rows[static_cast<std::size_t>(code)].sentence;
}

}  // namespace jumak
