#include "actors/view_report.hpp"

#include <algorithm>

#include "wire/encode.hpp"

namespace jumak::actors {
namespace {

using hosting::view_figures;

void write_figures(std::string& out, const view_figures& view, std::string_view suffix) {
  if (view.rows) {
    wire::write_key(out, "rows" + std::string(suffix));
    wire::write_unsigned(out, *view.rows);
  }
  if (view.hash) {
    wire::write_key(out, "hash" + std::string(suffix));
    wire::write_text(out, to_text(*view.hash));
  }
}

template <class More>
void write_views(std::string& out, const all_figures& views, More more) {
  out += ",\"views\":[";
  for (std::size_t place = 0; place < views.size(); ++place) {
    out += place == 0 ? "{\"name\":" : ",{\"name\":";
    wire::write_text(out, views[place].name);
    write_figures(out, views[place], "");
    more(place);
    out += '}';
  }
  out += ']';
}

bool have_hashes(const all_figures& views) {
  return std::ranges::all_of(views, [](const view_figures& view) { return view.hash.has_value(); });
}

bool equal(const rebuilt_views& rebuilt) {
  return std::ranges::equal(rebuilt.now, rebuilt.before, {}, &view_figures::hash, &view_figures::hash);
}

std::string position_member(position at) { return "{\"position\":" + std::to_string(at.value()); }

}  // namespace

std::string views_report(position at, position kept, const all_figures& views) {
  std::string out = position_member(at);
  wire::write_key(out, "kept");
  wire::write_unsigned(out, kept.value());
  write_views(out, views, [&](std::size_t) {
    wire::write_key(out, "position");
    wire::write_unsigned(out, at.value());
  });
  return out + "}";
}

std::string rebuild_report(const rebuilt_views& rebuilt) {
  std::string out = position_member(rebuilt.at);
  if (have_hashes(rebuilt.now)) {
    wire::write_key(out, "equal");
    out += equal(rebuilt) ? "true" : "false";
  }
  write_views(out, rebuilt.now, [&](std::size_t place) { write_figures(out, rebuilt.before[place], "_before"); });
  wire::write_key(out, "held_ms");
  wire::write_integer(out, rebuilt.held.count());
  wire::write_key(out, "took_ms");
  wire::write_integer(out, rebuilt.took.count());
  return out + "}";
}

}  // namespace jumak::actors
