#include "app/client/views_table.hpp"

#include <algorithm>
#include <vector>

#include "app/client/json_fields.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

using row = std::vector<std::string>;

const json::object& data_of(const reply& answer) { return answer.json.at("data").as_object(); }

/// A member as text, `-` when it is not there.
std::string field_of(const json::object& object, std::string_view name) {
  return in_words_at(object, name, "-");
}

/// Each column as wide as its widest cell; numbers to the right.
std::string table(const std::vector<row>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const row& one : rows) {
    for (std::size_t place = 0; place < one.size(); ++place) widths[place] = std::max(widths[place], one[place].size());
  }
  std::string out;
  for (const row& one : rows) {
    std::string line;
    for (std::size_t place = 0; place < one.size(); ++place) {
      const std::string space(widths[place] - one[place].size(), ' ');
      const bool number = rows.back()[place].find_first_not_of("0123456789") == std::string::npos;
      line += (place == 0 ? "" : "  ") + (number ? space + one[place] : one[place] + space);
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return out;
}

}  // namespace

const json::array& views_of(const reply& answer) {
  static const json::array none;
  const json::value* views = data_of(answer).if_contains("views");
  return views != nullptr && views->is_array() ? views->get_array() : none;
}

bool differs(const reply& rebuilt) {
  const json::value* equal = data_of(rebuilt).if_contains("equal");
  return equal != nullptr && equal->is_bool() && !equal->get_bool();
}

std::string views_table(const reply& shown) {
  std::vector<row> rows{{"view", "rows", "position", "hash"}};
  for (const json::value& each : views_of(shown)) {
    const json::object& view = each.as_object();
    rows.push_back({field_of(view, "name"), field_of(view, "rows"), field_of(view, "position"), field_of(view, "hash")});
  }
  const std::string kept = field_of(data_of(shown), "kept");
  return table(rows) + (kept == "0" ? "They are kept nowhere yet.\n" : "They are kept at position " + kept + ".\n");
}

std::string rebuild_table(const reply& rebuilt, const std::optional<std::string>& only) {
  std::vector<row> rows{{"view", "", "rows", "hash"}};
  for (const json::value& each : views_of(rebuilt)) {
    const json::object& view = each.as_object();
    const std::string name = field_of(view, "name");
    if (only && *only != name) continue;
    rows.push_back({name, "before", field_of(view, "rows_before"), field_of(view, "hash_before")});
    rows.push_back({name, "now", field_of(view, "rows"), field_of(view, "hash")});
  }
  const json::object& data = data_of(rebuilt);
  std::string out = table(rows) + "All views were rebuilt, both at position " + field_of(data, "position") + ", in " +
                    field_of(data, "took_ms") + " ms; nothing was applied for " + field_of(data, "held_ms") + " ms.\n";
  if (data.contains("equal")) out += differs(rebuilt) ? "They DIFFER from those before.\n" : "They are equal to those before.\n";
  return out;
}

}  // namespace jumak::app::client
