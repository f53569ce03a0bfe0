#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "hosting/description.hpp"

/// JSON Schemas of whole frames as docs/protocol.md tells them, around the `data` of a domain.
namespace jumak::app::describe {

/// Of one command's request; `data` is its schema or a reference to it.
[[nodiscard]] boost::json::object command_frame(const hosting::kind_description& kind,
                                                const hosting::command_description& command, boost::json::object data);
[[nodiscard]] boost::json::object query_frame(const hosting::query_description& query, boost::json::object data);
/// Of the answer to a query, when it is `ok`.
[[nodiscard]] boost::json::object answer_frame(boost::json::object data);
/// Of any reply to a command: accepted, rejected or error.
[[nodiscard]] boost::json::object reply_frame();
/// Of one event as a CloudEvent.
[[nodiscard]] boost::json::object event_frame(const hosting::kind_description& kind,
                                              const hosting::event_description& event, boost::json::object data);

/// `{"$ref": to}`.
[[nodiscard]] boost::json::object reference(const std::string& to);

}  // namespace jumak::app::describe
