#include "app/hotel/replay_report.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <string_view>

namespace jumak::app::client {
namespace {

namespace json = boost::json;

/// Writes a value so that equal values have equal text: keys in order, those in `left_out` gone.
class canonical_text {
 public:
  explicit canonical_text(std::vector<std::string_view> left_out)
      : left_out_(std::move(left_out)) {}

  std::string of(const json::object& object) {
    text_.clear();
    add(object);
    return std::move(text_);
  }

 private:
  void add(const json::value& value) {
    if (value.is_object()) {
      add(value.get_object());
    } else if (value.is_array()) {
      text_ += '[';
      for (const json::value& item : value.get_array()) {
        add(item);
        text_ += ',';
      }
      text_ += ']';
    } else {
      text_ += json::serialize(value);
    }
  }

  void add(const json::object& object) {
    std::vector<const json::key_value_pair*> fields;
    for (const auto& field : object) {
      const std::string_view key = field.key();
      if (std::ranges::find(left_out_, key) == left_out_.end()) {
        fields.push_back(&field);
      }
    }
    std::ranges::sort(fields, {}, [](const auto* field) { return std::string_view(field->key()); });
    text_ += '{';
    for (const auto* field : fields) {
      text_ += json::serialize(json::value(field->key()));
      text_ += ':';
      add(field->value());
      text_ += ',';
    }
    text_ += '}';
  }

  std::vector<std::string_view> left_out_;
  std::string text_;
};

std::string digest_of(const std::vector<hash128>& hashes) {
  std::string text;
  text.reserve(hashes.size() * 32);
  for (const hash128& hash : hashes) {
    text += to_text(hash);
  }
  return to_text(hash128_of(text));
}

json::object object_of(const std::map<std::string, std::uint64_t, std::less<>>& counts) {
  json::object object;
  for (const auto& [name, count] : counts) {
    object[name] = count;
  }
  return object;
}

std::string lines_of(const json::object& figures, std::string_view group) {
  std::string lines;
  for (const auto& field : figures.at(group).as_object()) {
    lines += "    " + std::string(field.key()) + ": " + json::serialize(field.value()) + '\n';
  }
  return lines;
}

}  // namespace

void replay_report::take(std::size_t index, planned_type type, const reply& answer) {
  answers_.at(index) = hash128_of(canonical_text({"duplicate"}).of(answer.json));
  outcomes_.at(index) = hash128_of(canonical_text({"duplicate", "position"}).of(answer.json));
  duplicates_ += answer.duplicate ? 1U : 0U;
  if (answer.status == reply_status::accepted) {
    ++accepted_;
    ++accepted_by_type_[std::string(name_of(type))];
  } else if (answer.status == reply_status::rejected) {
    ++rejected_;
    ++rejected_by_code_[answer.code];
  } else {
    ++errors_;
    ++errors_by_code_[answer.code];
  }
}

std::string replay_report::answers_digest() const { return digest_of(answers_); }

std::string replay_report::outcomes_digest() const { return digest_of(outcomes_); }

json::object replay_report::to_json(std::chrono::duration<double> wall, std::uint64_t resent,
                                    std::uint64_t out_of_order) const {
  const std::uint64_t settled = accepted_ + rejected_ + errors_;
  const double rate = wall.count() > 0 ? static_cast<double>(settled) / wall.count() : 0;
  return {{"commands", answers_.size()},
          {"accepted", accepted_},
          {"accepted_by_type", object_of(accepted_by_type_)},
          {"rejected", rejected_},
          {"rejected_by_code", object_of(rejected_by_code_)},
          {"errors", errors_},
          {"errors_by_code", object_of(errors_by_code_)},
          {"unanswered", answers_.size() - settled},
          {"duplicates", duplicates_},
          {"resent", resent},
          {"out_of_order", out_of_order},
          {"wall_ms", std::llround(wall.count() * 1'000)},
          {"commands_per_second", std::llround(rate)},
          {"answers_digest", answers_digest()},
          {"outcomes_digest", outcomes_digest()}};
}

std::string report_in_words(const json::object& figures) {
  const auto figure = [&](std::string_view name) { return json::serialize(figures.at(name)); };
  const auto text = [&](std::string_view name) {
    return std::string(figures.at(name).as_string());
  };
  return "Sent " + figure("commands") + " commands in " + figure("wall_ms") + " ms, " +
         figure("commands_per_second") + " a second.\n" +  //
         "  accepted: " + figure("accepted") + '\n' + lines_of(figures, "accepted_by_type") +
         "  rejected: " + figure("rejected") + '\n' + lines_of(figures, "rejected_by_code") +
         "  errors: " + figure("errors") + '\n' + lines_of(figures, "errors_by_code") +
         "  unanswered: " + figure("unanswered") + '\n' +  //
         "  duplicates (answered before): " + figure("duplicates") + '\n' +
         "  sent again: " + figure("resent") + ", out of order: " + figure("out_of_order") + '\n' +
         "  answers digest:  " + text("answers_digest") + '\n' +
         "  outcomes digest: " + text("outcomes_digest") + '\n';
}

}  // namespace jumak::app::client
