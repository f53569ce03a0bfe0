#include "app/client/reply.hpp"

#include <boost/json/parse.hpp>

#include "app/client/json_fields.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

std::optional<reply_status> status_from(std::string_view name) {
  if (name == "accepted") {
    return reply_status::accepted;
  }
  if (name == "rejected") {
    return reply_status::rejected;
  }
  if (name == "ok") {
    return reply_status::ok;
  }
  return name == "error" ? std::optional(reply_status::error) : std::nullopt;
}

}  // namespace

result<reply> read_reply(std::string_view frame) {
  boost::system::error_code problem;
  json::value value = json::parse(frame, problem);
  if (problem || !value.is_object()) {
    return failure(errc::malformed, "The server's reply is not a JSON object.");
  }
  json::object& object = value.get_object();
  const auto status = status_from(text_at(object, "status"));
  if (!status) {
    return failure(errc::malformed, "The server's reply has no status that this client knows.");
  }
  reply answer;
  answer.id = text_at(object, "id");
  answer.status = *status;
  answer.position = count_at(object, "position");
  if (const json::value* duplicate = object.if_contains("duplicate")) {
    answer.duplicate = duplicate->is_bool() && duplicate->get_bool();
  }
  if (const json::value* error = object.if_contains("error");
      error != nullptr && error->is_object()) {
    answer.code = text_at(error->get_object(), "code");
    answer.message = text_at(error->get_object(), "message");
    if (const auto pause = count_at(error->get_object(), "retry_after_ms")) {
      answer.retry_after = std::chrono::milliseconds(*pause);
    }
  }
  answer.json = std::move(object);
  answer.text = frame;
  return answer;
}

verdict verdict_of(const reply& answer) noexcept {
  if (answer.status != reply_status::error) {
    return verdict::decided;
  }
  if (answer.code == name_of(errc::overloaded) || answer.code == name_of(errc::unavailable)) {
    return verdict::try_again;
  }
  if (answer.code == name_of(errc::outcome_unknown) || answer.code == name_of(errc::internal)) {
    return verdict::in_doubt;
  }
  return verdict::refused;
}

}  // namespace jumak::app::client
