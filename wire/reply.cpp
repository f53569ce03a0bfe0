#include "wire/reply.hpp"

#include "wire/encode.hpp"

namespace jumak::wire {
namespace {

void begin_reply(std::string& out, std::string_view id, std::string_view status) {
  out += "{\"id\":";
  write_text(out, id);
  out += ",\"status\":\"";
  out += status;
  out += '"';
}

void write_position(std::string& out, position at, bool duplicate) {
  write_key(out, "position");
  write_unsigned(out, at.value());
  out += duplicate ? ",\"duplicate\":true" : ",\"duplicate\":false";
}

void write_details(std::string& out, const std::vector<detail>& details) {
  out += ",\"details\":{";
  for (const detail& one : details) {
    write_key(out, one.key);
    std::visit([&](const auto& value) { write_json(out, value); }, one.value);
  }
  out += '}';
}

}  // namespace

std::string accepted_reply(std::string_view id, position at, bool duplicate, std::span<const replied_event> events) {
  std::string out;
  out.reserve(128 + events.size() * 160);
  begin_reply(out, id, "accepted");
  write_position(out, at, duplicate);
  out += ",\"events\":[";
  bool first = true;
  for (const replied_event& event : events) {
    out += first ? "{\"type\":" : ",{\"type\":";
    first = false;
    write_text(out, event.type);
    out += ",\"stream\":\"";
    out += event.aggregate;
    if (!event.stream.empty()) out += '/';
    out += event.stream;
    out += "\",\"version\":";
    write_unsigned(out, event.stream_version.value());
    out += ",\"position\":";
    write_unsigned(out, event.at.value());
    out += '}';
  }
  out += "]}";
  return out;
}

std::string rejected_reply(std::string_view id, position at, bool duplicate, const rejection& refusal) {
  std::string out;
  begin_reply(out, id, "rejected");
  write_position(out, at, duplicate);
  out += ",\"error\":{\"code\":";
  write_text(out, refusal.code);
  write_key(out, "message");
  write_text(out, refusal.message);
  if (!refusal.details.empty()) write_details(out, refusal.details);
  out += "}}";
  return out;
}

std::string error_reply(const std::optional<std::string>& id, const error& why, std::optional<position> at) {
  std::string out = "{\"id\":";
  if (id) {
    write_text(out, *id);
  } else {
    out += "null";
  }
  out += ",\"status\":\"error\"";
  if (at) {
    write_key(out, "position");
    write_unsigned(out, at->value());
  }
  out += ",\"error\":{\"code\":";
  write_text(out, name_of(why.code));
  write_key(out, "message");
  write_text(out, why.message.empty() ? sentence_of(why.code) : std::string_view(why.message));
  if (why.retry_after_ms) {
    write_key(out, "retry_after_ms");
    write_unsigned(out, *why.retry_after_ms);
  }
  out += "}}";
  return out;
}

std::string query_reply(std::string_view id, position at, std::string_view data) {
  std::string out;
  out.reserve(64 + id.size() + data.size());
  begin_reply(out, id, "ok");
  write_key(out, "position");
  write_unsigned(out, at.value());
  out += ",\"data\":";
  out += data;
  out += '}';
  return out;
}

}  // namespace jumak::wire
