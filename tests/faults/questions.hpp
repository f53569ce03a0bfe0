#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "tests/faults/recount.hpp"

namespace jumak::faults {

/// One thing to ask the views. A list is asked for page by page.
struct question {
  std::string type;
  boost::json::object data;
  bool missing = false;  ///< `not_found` is the right answer.
};

/// Every query there is, about all that a history has: each guest and reservation by name, each room
/// type's calendar, the lists of each day on which somebody comes or goes, what is free around it, the
/// figures of two decades split in every way, and some things that are not there. Lists come in pages
/// small enough to be several. The same history gives the same questions.
std::vector<question> questions_about(const recount& counts);

}  // namespace jumak::faults
