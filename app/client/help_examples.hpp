#pragma once

#include <string>

namespace jumak::app::client {

/// What --help shows of each client command in the words of one domain: whole lines, each indented by two
/// spaces; empty for none.
struct help_examples {
  std::string send = {};
  std::string ask = {};
  std::string tail = {};
};

/// The footer of a command's help up to its exit codes.
[[nodiscard]] inline std::string with_examples(const std::string& before, const std::string& examples) {
  return examples.empty() ? before : before + "Examples:\n" + examples + "\n";
}

}  // namespace jumak::app::client
