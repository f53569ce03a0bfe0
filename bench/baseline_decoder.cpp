#include "bench/baseline_decoder.hpp"

#include "bench/sample_reply.hpp"
#include "core/names.hpp"

#include <array>
#include <boost/json.hpp>

namespace jumak::bench {

namespace {

namespace json = boost::json;

/// The fields of a command that this server looks at; null where there is none.
struct command_fields {
  const json::value* id = nullptr;
  const json::value* type = nullptr;
  const json::value* aggregate = nullptr;
  const json::value* data = nullptr;

  /// False for a field no command has.
  bool take(std::string_view name, const json::value& value) {
    if (name == "id")
      id = &value;
    else if (name == "type")
      type = &value;
    else if (name == "aggregate")
      aggregate = &value;
    else if (name == "data")
      data = &value;
    else
      return name == "actor" || name == "expected_version" || name == "correlation_id" ||
             name == "traceparent" || name == "expires";
    return true;
  }
};

std::string_view text_of(const json::value* value) {
  return value != nullptr && value->is_string() ? std::string_view(value->get_string())
                                                : std::string_view();
}

/// The event that a command of the workloads makes.
std::string_view event_of(std::string_view command) {
  if (command == "MakeReservation") return "ReservationMade";
  return command == "RegisterGuest" ? "GuestRegistered" : command;
}

bool is_aggregate(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && is_identifier(text.substr(0, slash)) &&
         is_identifier(text.substr(slash + 1));
}

}  // namespace

bool baseline_decoder::decode(std::string_view frame) {
  std::array<unsigned char, 8'192> buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  boost::system::error_code error;
  const json::value value = json::parse({frame.data(), frame.size()}, error, &memory);
  id_.clear();
  if (error || !value.is_object()) return false;
  command_fields fields;
  for (const auto& [name, field] : value.get_object())
    if (!fields.take(name, field)) return false;
  if (!is_identifier(text_of(fields.id)) || !is_identifier(text_of(fields.type)) ||
      !is_aggregate(text_of(fields.aggregate)) || fields.data == nullptr ||
      !fields.data->is_object())
    return false;
  id_ = text_of(fields.id);
  event_ = event_of(text_of(fields.type));
  stream_ = text_of(fields.aggregate);
  const std::string_view reservation =
      text_of(fields.data->get_object().if_contains("reservation"));
  if (is_identifier(reservation)) stream_.append("/reservation/").append(reservation);
  return true;
}

std::string baseline_decoder::reply(std::uint64_t position) const {
  if (!id_.empty()) return accepted_reply(id_, event_, stream_, position);
  return R"({"id":null,"status":"error","error":{"code":"malformed","message":"This is not a command."}})";
}

}  // namespace jumak::bench
