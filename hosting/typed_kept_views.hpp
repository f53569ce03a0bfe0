#pragma once

#include <string>
#include <tuple>
#include <utility>

#include "core/keep_form.hpp"
#include "core/running_hash.hpp"
#include "hosting/hosted_domain.hpp"
#include "hosting/typed_kind.hpp"

/// Saves, loads, identifies and counts the views of a model that can be kept. Heavy on templates: hosting/typed_views.hpp
/// includes it.
namespace jumak::hosting {

template <class Model>
concept kept_model = requires(const Model& model) { Model::kept(model); };

namespace typed_detail {

/// Raised by whoever changes what events become (core/read_model.hpp).
template <class View>
[[nodiscard]] constexpr std::uint32_t view_schema() {
  if constexpr (requires { View::schema; }) {
    return View::schema;
  } else {
    return 1;
  }
}

template <class View>
[[nodiscard]] std::optional<std::uint64_t> rows_of(const View& view) {
  if constexpr (requires { view.row_count(); }) {
    return view.row_count();
  } else if constexpr (requires { view.size(); }) {
    return view.size();
  } else {
    return std::nullopt;
  }
}

template <class View>
[[nodiscard]] view_figures figures_of(std::string_view name, const View& view, const hosted_views::question& enough) {
  running_hash hash(name);
  keeper out([&](std::string_view piece) { hash.add(piece); }, enough);
  keep(out, view);
  out.flush();
  return {name, rows_of(view), hash.now()};
}

}  // namespace typed_detail

/// Of the forms of all events that are folded, of what the views keep, and of every schema number.
template <kept_model Model>
[[nodiscard]] std::uint64_t kept_fingerprint() {
  static const std::uint64_t made = [] {
    std::string form;
    for_each_type<typename Model::deciders>([&](auto identity) {
      using decider_type = typename decltype(identity)::type;
      form.append(typed_detail::saved_form<decider_type>()).append(" ").append(std::to_string(decider_type::rules));
    });
    for_each_type<decltype(Model::kept(std::declval<const Model&>()))>([&](auto identity) {
      using view = std::remove_cvref_t<typename decltype(identity)::type>;
      write_kept_form<view>(form);
      form.append(std::to_string(typed_detail::view_schema<view>()));
    });
    return hash64_of(form, typed_detail::view_schema<Model>());
  }();
  return made;
}

template <kept_model Model>
[[nodiscard]] bool save_kept(const Model& model, const hosted_views::piece_sink& piece,
                             const hosted_views::question& enough) {
  keeper out(piece, enough);
  keep(out, model);
  out.flush();
  return !out.stopped();
}

template <kept_model Model>
[[nodiscard]] bool load_kept(Model& model, std::string_view saved) {
  unpacker in(saved);
  restore(in, model);
  return in.done();
}

template <kept_model Model>
[[nodiscard]] std::optional<std::vector<view_figures>> kept_figures(const Model& model,
                                                                    const hosted_views::question& enough) {
  const auto views = Model::kept(model);
  static_assert(std::tuple_size_v<std::remove_cvref_t<decltype(views)>> == Model::view_names.size(),
                "`kept` ties one member for each of `view_names`");
  std::vector<view_figures> all;
  std::apply(
      [&](const auto&... view) {
        (all.push_back(typed_detail::figures_of(Model::view_names[all.size()], view, enough)), ...);
      },
      views);
  if (enough && enough()) return std::nullopt;
  return all;
}

}  // namespace jumak::hosting
