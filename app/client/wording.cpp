#include "app/client/wording.hpp"

#include "app/client/json_fields.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

std::string field_of(const json::object& object, std::string_view key) {
  return in_words_at(object, key, "?");
}

std::string events_in_words(const reply& answer) {
  const json::value* events = answer.json.if_contains("events");
  std::string lines;
  if (events != nullptr && events->is_array()) {
    for (const json::value& event : events->get_array()) {
      if (event.is_object()) {
        const json::object& fields = event.get_object();
        lines += "  " + field_of(fields, "position") + "  " + field_of(fields, "type") + "  " +
                 field_of(fields, "stream") + " version " + field_of(fields, "version") + '\n';
      }
    }
  }
  return lines.empty() ? "  Nothing had to change: no event.\n" : lines;
}

std::string details_in_words(const reply& answer) {
  std::string lines;
  const json::value* error = answer.json.if_contains("error");
  const json::value* details =
      error != nullptr && error->is_object() ? error->get_object().if_contains("details") : nullptr;
  if (details != nullptr && details->is_object()) {
    for (const auto& field : details->get_object()) {
      lines += "  " + std::string(field.key()) + ": " + in_words(field.value()) + '\n';
    }
  }
  return lines;
}

}  // namespace

std::string in_plain_words(const reply& answer) {
  std::string words;
  const std::string position = answer.position ? std::to_string(*answer.position) : "?";
  switch (answer.status) {
    case reply_status::accepted:
      words = "Accepted at position " + position + ".\n" + events_in_words(answer);
      break;
    case reply_status::ok:
      words = "Answered at position " + position + ".\n";
      break;
    case reply_status::rejected:
      words = "Rejected, " + answer.code + ": " + answer.message + '\n' + details_in_words(answer);
      break;
    case reply_status::error:
      words = "Error, " + answer.code + ": " + answer.message + '\n' + details_in_words(answer);
      break;
  }
  if (answer.duplicate) {
    words += "  This id was answered before: the same answer again, nothing done twice.\n";
  }
  return words;
}

}  // namespace jumak::app::client
