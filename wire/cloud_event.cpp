#include "wire/cloud_event.hpp"

#include <cstdint>

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

void write_attributes(std::string& out, std::string_view log, const record_view& record, const event_view& event,
                      position at, std::string_view content_type) {
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
  out += ",\"datacontenttype\":\"";
  out += content_type;
  out += '"';
  write_sequence(out, at);
  write_key(out, "streamversion");
  write_unsigned(out, event.stream_version.value());
  write_key(out, "aggregateversion");
  write_unsigned(out, event.aggregate_version.value());
  write_optional(out, "commandid", record.id);
  write_optional(out, "actor", record.actor);
  write_optional(out, "correlationid", record.correlation_id);
  write_optional(out, "traceparent", record.traceparent);
}

void write_base64(std::string& out, std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view three = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t index = 0; index < 3; ++index) {
      bits = bits << 8 | (index < three.size() ? static_cast<unsigned char>(three[index]) : 0U);
    }
    for (std::size_t index = 0; index < 4; ++index) {
      out += index <= three.size() ? digits[bits >> (18 - 6 * index) & 0x3F] : '=';
    }
  }
}

}  // namespace

void write_cloud_event(std::string& out, std::string_view log, const record_view& record, const event_view& event,
                       position at, std::string_view data) {
  write_attributes(out, log, record, event, at, "application/json");
  write_key(out, "data");
  out += data;
  out += '}';
}

void write_unread_cloud_event(std::string& out, std::string_view log, const record_view& record,
                              const event_view& event, position at) {
  write_attributes(out, log, record, event, at, "application/octet-stream");
  write_key(out, "eventschema");
  write_unsigned(out, event.schema);
  write_key(out, "data_base64");
  out += '"';
  write_base64(out, event.payload);
  out += "\"}";
}

}  // namespace jumak::wire
