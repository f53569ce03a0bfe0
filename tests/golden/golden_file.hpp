#pragma once

#include <filesystem>
#include <optional>
#include <string>

/// One released form of an event or command, kept for ever:
///
///   hotel event RoomAdded, form 1
///   json {"room":"x-1","room_type":"x-2"}
///   packed
///     03782d3103782d32
///
/// `form` is the schema number of an event; a command's forms are counted. The bytes in hex are what lies in the log,
/// of a command what its fingerprint is made of.
namespace jumak::golden {

struct golden_file {
  std::string title;  ///< The first line.
  std::string json;
  std::string packed;
};

/// Nothing when it is not there; throws when it is no golden file.
[[nodiscard]] std::optional<golden_file> read_golden(const std::filesystem::path& path);
/// Writes a new file; throws when it is there already.
void write_golden(const std::filesystem::path& path, const golden_file& file);

}  // namespace jumak::golden
