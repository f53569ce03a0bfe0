#include "bench/reply_scanner.hpp"

#include <boost/json.hpp>
#include <charconv>

namespace jumak::bench {

namespace {

namespace json = boost::json;

constexpr std::string_view before_id = R"({"id":")";
constexpr std::string_view before_position = R"(","status":"accepted","position":)";
constexpr std::string_view after_position = R"(,"duplicate":false,"events":[)";
constexpr std::string_view at_end = "]}";

// Anchored at the start of the frame, so that no text inside a string can be taken for it. An id
// has no quote and no escape in it; one with an escape fails the match behind it and is parsed.
bool scan_accepted(std::string_view frame, scanned_reply& reply) noexcept {
  if (!frame.starts_with(before_id) || !frame.ends_with(at_end)) return false;
  const std::size_t quote = frame.find('"', before_id.size());
  if (quote == std::string_view::npos || !frame.substr(quote).starts_with(before_position))
    return false;
  const char* const digits = frame.data() + quote + before_position.size();
  const auto [end, error] = std::from_chars(digits, frame.data() + frame.size(), reply.position);
  if (error != std::errc{} ||
      !frame.substr(static_cast<std::size_t>(end - frame.data())).starts_with(after_position))
    return false;
  reply.id = frame.substr(before_id.size(), quote - before_id.size());
  reply.what = scanned_reply::outcome::accepted;
  return reply.id.find('\\') == std::string_view::npos;
}

std::string_view text_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string_view(value->get_string())
                                                : std::string_view();
}

scanned_reply::outcome outcome_of(const json::object& reply) {
  const std::string_view status = text_of(reply, "status");
  if (status == "rejected") return scanned_reply::outcome::rejected;
  if (status == "error") return scanned_reply::outcome::error;
  if (status != "accepted") return scanned_reply::outcome::unreadable;
  const json::value* duplicate = reply.if_contains("duplicate");
  if (duplicate == nullptr || !duplicate->is_bool()) return scanned_reply::outcome::unreadable;
  return duplicate->get_bool() ? scanned_reply::outcome::duplicate
                               : scanned_reply::outcome::accepted;
}

}  // namespace

scanned_reply reply_scanner::scan(std::string_view frame) {
  scanned_reply reply;
  return scan_accepted(frame, reply) ? reply : parse(frame);
}

scanned_reply reply_scanner::parse(std::string_view frame) {
  ++parsed_;
  boost::system::error_code error;
  const json::value value = json::parse({frame.data(), frame.size()}, error);
  if (error || !value.is_object()) return {};
  const json::object& object = value.get_object();
  id_ = text_of(object, "id");
  scanned_reply reply{outcome_of(object), id_, 0};
  if (const json::value* position = object.if_contains("position");
      position != nullptr && position->is_int64())
    reply.position =
        position->get_int64() < 0 ? 0 : static_cast<std::uint64_t>(position->get_int64());
  return reply;
}

}  // namespace jumak::bench
