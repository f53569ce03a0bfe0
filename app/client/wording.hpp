#pragma once

#include <string>

#include "app/client/reply.hpp"

namespace jumak::app::client {

/// A command's reply in plain words, one or more lines, the last with its newline.
[[nodiscard]] std::string in_plain_words(const reply& answer);

}  // namespace jumak::app::client
