#pragma once

#include <boost/json.hpp>
#include <filesystem>
#include <string>

namespace jumak::faults {

/// Recounts the whole history, then asks the views, at its head, about every reservation, guest and
/// hotel in it, and writes each answer as a line to `out`, without the top-level position. Two servers
/// on the same log must give the same file. Returns figures. Throws violation
/// where history breaks a rule or a query fails.
boost::json::object write_answers(const std::string& queries, const std::string& history,
                                  const std::filesystem::path& out);

}  // namespace jumak::faults
