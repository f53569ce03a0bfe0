#include "tests/faults/seen_event.hpp"

#include <cstdio>
#include <cstdlib>

#include "tests/faults/ledger.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {

seen_event read_event(const boost::json::object& cloud_event) {
  seen_event event;
  const std::string id = text(cloud_event, "id");
  event.position = std::strtoull(id.c_str(), nullptr, 10);
  char sequence[21];
  std::snprintf(sequence, sizeof sequence, "%020llu",
                static_cast<unsigned long long>(event.position));
  if (std::to_string(event.position) != id || text(cloud_event, "sequence") != sequence)
    throw violation("id and sequence do not agree: " + boost::json::serialize(cloud_event));
  event.log = text(cloud_event, "source");
  event.type = text(cloud_event, "type");
  event.stream = text(cloud_event, "subject");
  const auto slash = event.stream.find('/', event.stream.find('/') + 1);
  event.aggregate = event.stream.substr(0, slash);
  event.stream_version = number(cloud_event, "streamversion");
  event.aggregate_version = number(cloud_event, "aggregateversion");
  event.command = text(cloud_event, "commandid");
  event.data = cloud_event.at("data").as_object();
  return event;
}

}  // namespace jumak::faults
