#include "wire/request.hpp"

#include <boost/describe.hpp>

#include "core/names.hpp"
#include "core/read_model.hpp"
#include "wire/decode.hpp"

namespace jumak::wire {

BOOST_DESCRIBE_STRUCT(command_envelope, (),
                      (id, type, aggregate, data, expected_version, actor, correlation_id, traceparent, expires, time))

namespace {

/// The query envelope as it is sent; `after` has two forms and is read apart.
struct query_fields {
  command_id id;
  std::string type;
  std::optional<const boost::json::object*> data;
  std::optional<const boost::json::value*> after;
  std::optional<query_timeout> timeout_ms;
};
BOOST_DESCRIBE_STRUCT(query_fields, (), (id, type, data, after, timeout_ms))

/// A stream's full name, or the beginning of some, which ends in `/`: `kind/`, `kind/name`, `kind/name/`,
/// `kind/name/…` with more names.
class wanted_streams {
 public:
  static constexpr std::string_view expected = "a stream's name, such as kind/name, or a prefix of some ending in /";

  wanted_streams() = default;
  [[nodiscard]] static std::optional<wanted_streams> from_text(std::string_view text) {
    std::size_t names = 0;
    for (std::string_view rest = text; !rest.empty(); ++names) {
      const std::size_t slash = rest.find('/');
      if (!name::from_text(rest.substr(0, slash))) return std::nullopt;
      rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
    const bool prefix = text.ends_with('/');
    if (names < (prefix ? 1 : 2)) return std::nullopt;
    wanted_streams made;
    made.text_ = text;
    return made;
  }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

struct read_events_fields {
  std::optional<position> from;
  std::optional<page_limit> limit;
  std::optional<wanted_streams> stream;
  std::optional<std::vector<std::string>> types;
};
BOOST_DESCRIBE_STRUCT(read_events_fields, (), (from, limit, stream, types))

constexpr std::string_view after_expected = "a position, or an object with one log id and its position";

result<read_position> decode_after(const boost::json::value& after) {
  if (const auto number = as_unsigned(after)) return read_position{std::nullopt, position(*number)};
  const boost::json::object* object = after.if_object();
  if (object != nullptr && object->size() == 1) {
    if (const auto number = as_unsigned(object->begin()->value())) {
      return read_position{std::string(object->begin()->key()), position(*number)};
    }
  }
  return failure(errc::malformed, "after: expected " + std::string(after_expected));
}

}  // namespace

std::optional<std::string> readable_id(const boost::json::value& request) {
  const boost::json::object* object = request.if_object();
  const boost::json::value* id = object == nullptr ? nullptr : object->if_contains("id");
  const boost::json::string* text = id == nullptr ? nullptr : id->if_string();
  if (text == nullptr || !is_identifier({text->data(), text->size()})) return std::nullopt;
  return std::string(text->data(), text->size());
}

result<command_envelope> decode_command_envelope(const boost::json::value& request) {
  const boost::json::object* object = request.if_object();
  if (object == nullptr) return failure(errc::malformed, "the request: expected a JSON object");
  return decode<command_envelope>(*object, "");
}

result<query_envelope> decode_query_envelope(const boost::json::value& request) {
  const boost::json::object* object = request.if_object();
  if (object == nullptr) return failure(errc::malformed, "the request: expected a JSON object");
  auto decoded = decode<query_fields>(*object, "");
  if (!decoded) return tl::unexpected(decoded.error());
  query_envelope envelope;
  if (decoded->after) {
    auto read = decode_after(**decoded->after);
    if (!read) return tl::unexpected(read.error());
    envelope.after = std::move(*read);
  }
  envelope.id = std::move(decoded->id);
  envelope.type = std::move(decoded->type);
  if (decoded->data) envelope.data = *decoded->data;
  if (decoded->timeout_ms) envelope.timeout_ms = decoded->timeout_ms->integer();
  return envelope;
}

result<read_events> decode_read_events(const boost::json::object* data) {
  read_events request;
  if (data == nullptr) return request;
  auto fields = decode<read_events_fields>(*data, "data");
  if (!fields) return tl::unexpected(fields.error());
  if (fields->from && fields->from->value() == 0) {
    return failure(errc::malformed, "data.from: expected a position from 1 on");
  }
  request.from = fields->from.value_or(position(1));
  request.limit = fields->limit ? static_cast<std::size_t>(fields->limit->integer()) : page_limit_default;
  if (fields->stream) request.stream = fields->stream->text();
  if (fields->types) request.types = std::move(*fields->types);
  return request;
}

}  // namespace jumak::wire
