#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

namespace jumak::app {

/// One step of the story that `jumak demo` plays: a request, and why it is made.
struct story_step {
  enum class kind { command, query };
  std::string caption;  ///< What happens, in plain words.
  std::string after;    ///< What to see in the answer, in plain words.
  kind what = kind::command;
  std::string type;
  std::string aggregate;  ///< Of a command.
  boost::json::object data;
};

/// A hotel with one room, a guest, a booking, an overbooking that is refused, and the joined answer. `stamp`
/// makes its names new, so that the story can be told again on the same data.
[[nodiscard]] std::vector<story_step> tell_story(const std::string& stamp);

/// The same request as a command line to paste.
[[nodiscard]] std::string as_command_line(const story_step& step, const std::string& addresses);

}  // namespace jumak::app
