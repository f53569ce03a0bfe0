#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/golden/golden_file.hpp"

/// What this binary's domain can be asked to do and has to read, held to what was ever released.
namespace jumak::golden {

/// A schema of an event that must be readable, current or earlier.
struct event_form {
  std::string kind;  ///< Of the aggregate.
  std::string type;
  unsigned schema = 1;
  golden_file sample;  ///< What its golden file says when it is written now.
  /// What is wrong with reading the file's event, or nothing.
  std::function<std::optional<std::string>(const golden_file&)> complaint;

  [[nodiscard]] std::filesystem::path path() const {
    return std::filesystem::path("events") / kind / (type + "." + std::to_string(schema) + ".txt");
  }
};

/// A command; it has no schema number, and its forms are counted.
struct command_form {
  std::string kind;
  std::string type;
  /// The sample for form number so many.
  std::function<golden_file(unsigned)> sample;
  /// What is wrong with taking the file's JSON from a client, or nothing.
  std::function<std::optional<std::string>(const golden_file&)> refused;
  /// True when the file's JSON is packed as it says and has all that the command has now.
  std::function<bool(const golden_file&)> is_current;

  [[nodiscard]] std::filesystem::path path(unsigned form) const {
    return std::filesystem::path("commands") / kind / (type + "." + std::to_string(form) + ".txt");
  }
};

[[nodiscard]] std::vector<event_form> event_forms();
[[nodiscard]] std::vector<command_form> command_forms();

/// The golden files, in the source tree.
[[nodiscard]] std::filesystem::path golden_folder();

/// Files there for this command: forms 1 to so many.
[[nodiscard]] unsigned forms_of(const command_form& command);

/// Writes the golden files that are missing, and never touches one that is there; gives their names.
std::vector<std::filesystem::path> write_missing();

}  // namespace jumak::golden
