#pragma once

#include <boost/json.hpp>
#include <filesystem>
#include <string>

namespace jumak::faults {

/// Recounts the whole history, then asks the views, at its head, all of questions_about() it, every list
/// to its last page, and writes each answer as a line to `out`, as it came but without the top-level
/// position. Two servers on the same log must give the same file. Returns figures: `most_rooms_taken` is
/// the most that were taken of one room type in one night at any position. Throws violation where history
/// breaks a rule or an answer is not the expected kind.
boost::json::object write_answers(const std::string& queries, const std::string& history,
                                  const std::filesystem::path& out);

}  // namespace jumak::faults
