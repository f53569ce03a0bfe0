#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "hosting/description.hpp"

namespace jumak::app::describe {

/// An AsyncAPI 3.0 document of a server of this domain: its endpoints at their usual addresses, every command with its
/// replies, every query with its answer, every event as it is published. Codes a command may be refused with are
/// in its `x-rejections`.
[[nodiscard]] boost::json::object asyncapi_document(const hosting::domain_description& domain, const std::string& title,
                                                    const std::string& version);

}  // namespace jumak::app::describe
