#include "actors/event_json.hpp"

#include "wire/cloud_event.hpp"

namespace jumak::actors {

result<void> for_each_event(const commit_view& commit,
                            const std::function<bool(const record_view&, const event_view&, position)>& use) {
  record_reader reader(commit.payload());
  record_view record;
  position at = commit.header().first_position;
  if (commit.header().kind != commit_kind::records) return {};
  while (reader.next(record)) {
    for (const event_view& event : record.events) {
      if (!use(record, event, at)) return {};
      at = at.next();
    }
  }
  if (reader.failed()) return failure(errc::corrupt, "the records of a commit do not fit it");
  return {};
}

result<void> write_event(std::string& out, const hosting::hosted_domain& domain, std::string_view log,
                         const record_view& record, const event_view& event, position at) {
  const std::string_view kind_name = record.aggregate.substr(0, record.aggregate.find('/'));
  const hosting::aggregate_kind* kind = domain.find_kind(kind_name);
  thread_local std::string data;
  data.clear();
  const auto written = kind == nullptr ? failure(errc::newer_format, "") : kind->write_event_data(data, event);
  if (written) {
    wire::write_cloud_event(out, log, record, event, at, data);
  } else if (written.error().code == errc::newer_format) {
    // The log is read all the same, up to its end.
    wire::write_unread_cloud_event(out, log, record, event, at);
  } else {
    return written;
  }
  return {};
}

}  // namespace jumak::actors
