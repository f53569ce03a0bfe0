#include "core/record.hpp"

#include "core/pack.hpp"

namespace jumak {
namespace {

constexpr std::uint8_t flag_time_given = 1;
constexpr std::uint8_t flag_actor = 2;
constexpr std::uint8_t flag_correlation_id = 4;
constexpr std::uint8_t flag_traceparent = 8;
constexpr std::uint8_t flag_rejected = 16;
constexpr std::uint8_t flags_known = 31;

std::uint8_t flags_of(const record_view& record) {
  std::uint8_t flags = 0;
  if (record.time_given) flags |= flag_time_given;
  if (!record.actor.empty()) flags |= flag_actor;
  if (!record.correlation_id.empty()) flags |= flag_correlation_id;
  if (!record.traceparent.empty()) flags |= flag_traceparent;
  if (record.refusal) flags |= flag_rejected;
  return flags;
}

void pack_refusal(std::string& out, const rejection& refusal) {
  pack_text(out, refusal.code);
  pack_text(out, refusal.message);
  pack_unsigned(out, refusal.details.size());
  for (const detail& one : refusal.details) {
    pack_text(out, one.key);
    out.push_back(static_cast<char>(one.value.index()));
    if (const auto* number = std::get_if<std::int64_t>(&one.value)) {
      pack_signed(out, *number);
    } else {
      pack_text(out, std::get<std::string>(one.value));
    }
  }
}

rejection unpack_refusal(unpacker& in) {
  rejection refusal;
  refusal.code = in.read_text();
  refusal.message = in.read_text();
  const std::uint64_t count = in.read_unsigned();
  if (count > in.remaining()) in.fail();
  for (std::uint64_t index = 0; index < count && !in.failed(); ++index) {
    detail& one = refusal.details.emplace_back();
    one.key = in.read_text();
    switch (in.read_byte()) {
      case 0: one.value = in.read_signed(); break;
      case 1: one.value = std::string(in.read_text()); break;
      default: in.fail();
    }
  }
  return refusal;
}

void pack_event(std::string& out, const event_view& event) {
  pack_text(out, event.stream);
  pack_text(out, event.type);
  pack_unsigned(out, event.schema);
  pack_unsigned(out, event.stream_version.value());
  pack_unsigned(out, event.aggregate_version.value());
  pack_text(out, event.payload);
}

void unpack_event(unpacker& in, event_view& event) {
  event.stream = in.read_text();
  event.type = in.read_text();
  unpack(in, event.schema);
  event.stream_version = version(in.read_unsigned());
  event.aggregate_version = version(in.read_unsigned());
  event.payload = in.read_text();
}

void pack_body(std::string& out, const record_view& record) {
  pack_text(out, record.aggregate);
  pack_text(out, record.id);
  pack_fixed64(out, record.fingerprint.low);
  pack_fixed64(out, record.fingerprint.high);
  pack_signed(out, record.time.time_since_epoch().count());
  out.push_back(static_cast<char>(flags_of(record)));
  if (!record.actor.empty()) pack_text(out, record.actor);
  if (!record.correlation_id.empty()) pack_text(out, record.correlation_id);
  if (!record.traceparent.empty()) pack_text(out, record.traceparent);
  if (record.refusal) pack_refusal(out, *record.refusal);
  pack_unsigned(out, record.events.size());
  for (const event_view& event : record.events) pack_event(out, event);
}

bool unpack_body(unpacker& in, record_view& record) {
  record.aggregate = in.read_text();
  record.id = in.read_text();
  record.fingerprint.low = in.read_fixed64();
  record.fingerprint.high = in.read_fixed64();
  record.time = timestamp(std::chrono::microseconds(in.read_signed()));
  const std::uint8_t flags = in.read_byte();
  if ((flags & ~flags_known) != 0) in.fail();
  record.time_given = (flags & flag_time_given) != 0;
  record.actor = (flags & flag_actor) != 0 ? in.read_text() : std::string_view();
  record.correlation_id = (flags & flag_correlation_id) != 0 ? in.read_text() : std::string_view();
  record.traceparent = (flags & flag_traceparent) != 0 ? in.read_text() : std::string_view();
  record.refusal.reset();
  if ((flags & flag_rejected) != 0) record.refusal = unpack_refusal(in);
  const std::uint64_t count = in.read_unsigned();
  if (count > in.remaining()) in.fail();
  record.events.clear();
  for (std::uint64_t index = 0; index < count && !in.failed(); ++index) {
    unpack_event(in, record.events.emplace_back());
  }
  return in.done();
}

}  // namespace

void encode_record(std::string& out, const record_view& record) {
  // The length goes first but is known last: records are small, so a scratch string per thread is cheapest.
  thread_local std::string body;
  body.clear();
  pack_body(body, record);
  pack_text(out, body);
}

bool record_reader::next(record_view& record) {
  if (rest_.empty()) return false;
  unpacker length_reader(rest_);
  const std::string_view body = length_reader.read_text();
  unpacker in(body);
  if (length_reader.failed() || !unpack_body(in, record)) {
    failed_ = true;
    rest_ = {};
    return false;
  }
  rest_.remove_prefix(rest_.size() - length_reader.remaining());
  return true;
}

}  // namespace jumak
