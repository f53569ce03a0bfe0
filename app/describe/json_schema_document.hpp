#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "hosting/description.hpp"

namespace jumak::app::describe {

/// A JSON Schema (2020-12) of every request a client may send. Under `$defs` are `commands.KIND.TYPE`,
/// `events.KIND.TYPE`, `queries.TYPE` and `answers.TYPE`, each of `data`; `x-rejections` of a command are the codes it may
/// be refused with, in the order of the checks.
[[nodiscard]] boost::json::object json_schema_document(const hosting::domain_description& domain,
                                                       const std::string& title);

}  // namespace jumak::app::describe
