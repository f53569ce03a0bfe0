#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace jumak::app::client {

/// Builds an object from words of a command line, added to `start`:
///   `title=Grand Seoul`   a text
///   `rate:=12900`         any JSON value
///   `outer.inner:=2`     a field of a nested object
/// `bad_configuration`, naming the word, where a word has no `=`, a name is empty or given twice,
/// or a value is not JSON.
[[nodiscard]] result<boost::json::object> object_from_words(const std::vector<std::string>& words,
                                                            boost::json::object start);

/// The data of a request: the JSON object in `json_text`, if any, and `words` added to it.
/// `bad_configuration` also where `json_text` is not a JSON object.
[[nodiscard]] result<boost::json::object> data_from(std::string_view json_text,
                                                    const std::vector<std::string>& words);

}  // namespace jumak::app::client
