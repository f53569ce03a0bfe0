#include "wire/cloud_event.hpp"

#include "wire/encode.hpp"

namespace jumak::wire {
namespace {

constexpr std::size_t sequence_digits = 20;

/// CloudEvents integers have 32 bits, so the position goes as text that sorts as the number does.
void write_sequence(std::string& out, position at) {
  const std::string digits = std::to_string(at.value());
  write_key(out, "sequence");
  out += '"';
  out.append(sequence_digits - digits.size(), '0');
  out += digits;
  out += '"';
}

void write_optional(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  write_key(out, key);
  write_text(out, text);
}

}  // namespace

void write_cloud_event(std::string& out, std::string_view log, const record_view& record, const event_view& event,
                       position at, std::string_view data) {
  out += "{\"specversion\":\"1.0\",\"id\":\"";
  write_unsigned(out, at.value());
  out += "\",\"source\":\"/jumak/";
  out += log;
  out += "\",\"type\":";
  write_text(out, event.type);
  write_key(out, "subject");
  write_text(out, stream_name(record.aggregate, event.stream));
  write_key(out, "time");
  write_text(out, to_text(record.time));
  out += ",\"datacontenttype\":\"application/json\"";
  write_sequence(out, at);
  write_key(out, "streamversion");
  write_unsigned(out, event.stream_version.value());
  write_key(out, "aggregateversion");
  write_unsigned(out, event.aggregate_version.value());
  write_optional(out, "commandid", record.id);
  write_optional(out, "actor", record.actor);
  write_optional(out, "correlationid", record.correlation_id);
  write_optional(out, "traceparent", record.traceparent);
  write_key(out, "data");
  out += data;
  out += '}';
}

}  // namespace jumak::wire
