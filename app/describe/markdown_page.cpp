#include "app/describe/markdown_page.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>
#include <set>

#include "app/describe/shape_text.hpp"

namespace jumak::app::describe {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string commands_table(const hosting::kind_description& kind) {
  std::string table = "| command | data | refused with, in this order |\n|---|---|---|\n";
  for (const auto& command : kind.commands) {
    const std::string type = command.type + (command.engine_only ? " (the engine's own)" : "");
    table += "| " + type + " | " + members_text(command.data) + " | " + joined(command.rejections) + " |\n";
  }
  return table;
}

std::string events_table(const hosting::kind_description& kind) {
  std::string table = "| event | schema | data |\n|---|---|---|\n";
  for (const auto& event : kind.events) {
    table += "| " + event.type + " | " + std::to_string(event.schema) + " | " + members_text(event.data) + " |\n";
  }
  return table;
}

std::string queries_table(const hosting::domain_description& domain) {
  std::string table = "| query | data | answer |\n|---|---|---|\n";
  for (const auto& query : domain.queries) {
    table += "| " + query.type + " | " + members_text(query.data) + " | " + members_text(query.answer) + " |\n";
  }
  return table;
}

/// What a field takes -> the fields that take it.
using fields_by_shape = std::map<std::string, std::set<std::string>>;

void collect(fields_by_shape& fields, const wire::json_object& schema) {
  const wire::json_value* properties = schema.if_contains("properties");
  if (properties == nullptr) return;
  for (const auto& property : properties->as_object()) {
    const wire::json_object& inner = property.value().as_object();
    fields[shape_text(inner)].insert(std::string(property.key()));
    collect(fields, inner);
  }
}

/// Of commands and queries: what clients write.
std::string fields_table(const hosting::domain_description& domain) {
  fields_by_shape fields;
  for (const auto& kind : domain.kinds) {
    for (const auto& command : kind.commands) collect(fields, command.data);
  }
  for (const auto& query : domain.queries) collect(fields, query.data);
  std::string table = "| takes | fields |\n|---|---|\n";
  for (const auto& [shape, names] : fields) {
    table += "| " + shape + " | " + joined({names.begin(), names.end()}) + " |\n";
  }
  return table;
}

}  // namespace

std::vector<page_section> page_sections(const hosting::domain_description& domain) {
  std::vector<page_section> sections;
  for (const auto& kind : domain.kinds) {
    sections.push_back({"commands " + kind.name, commands_table(kind)});
    sections.push_back({"events " + kind.name, events_table(kind)});
  }
  sections.push_back({"queries", queries_table(domain)});
  sections.push_back({"fields", fields_table(domain)});
  return sections;
}

std::string markdown_page(const hosting::domain_description& domain, const std::string& title) {
  std::string page = "# " + title + "\n\nBeside its own codes any command may be refused with version_conflict.\n";
  for (const page_section& section : page_sections(domain)) {
    page += "\n## " + section.name + "\n\n" + section.table;
  }
  return page;
}

std::string with_sections(const std::string& text, const std::vector<page_section>& sections) {
  static constexpr std::string_view end_mark = "<!-- /describe -->";
  std::string filled = text;
  for (const page_section& section : sections) {
    const std::string mark = "<!-- describe: " + section.name + " -->\n";
    const std::size_t begin = filled.find(mark);
    if (begin == std::string::npos) continue;
    const std::size_t body = begin + mark.size();
    const std::size_t end = filled.find(end_mark, body);
    if (end != std::string::npos) filled.replace(body, end - body, section.table);
  }
  return filled;
}

}  // namespace jumak::app::describe
