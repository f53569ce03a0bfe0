#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>

namespace jumak::faults {

/// One event as history shows it.
struct seen_event {
  std::uint64_t position = 0;
  std::string log;
  std::string type;
  std::string stream;
  std::string aggregate;  ///< The first two parts of the stream's name.
  std::uint64_t stream_version = 0;
  std::uint64_t aggregate_version = 0;
  std::string command;
  boost::json::object data;
};

/// Reads a CloudEvent. Throws violation when it is not of the protocol's form.
seen_event read_event(const boost::json::object& cloud_event);

}  // namespace jumak::faults
