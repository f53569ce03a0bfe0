#pragma once

#include "core/read_model.hpp"
#include "hosting/typed_description.hpp"
#include "hosting/typed_kept_views.hpp"
#include "hosting/typed_kind.hpp"

/// Makes hosted_views of a read model. Heavy on templates: include it only where a domain is registered.
namespace jumak::hosting {

template <read_model Model>
class typed_views final : public hosted_views {
 public:
  [[nodiscard]] result<void> apply(const record_view& record, const event_view& stored, position at) override {
    const aggregate_id aggregate = aggregate_id::from_log(record.aggregate);
    const applied_event around{aggregate, at, stored.stream_version, record.time, record.actor};
    result<void> applied;
    bool known = false;
    for_each_type<typename Model::deciders>([&](auto identity) {
      using decider_type = typename decltype(identity)::type;
      if (aggregate.kind() != decider_type::kind) return;
      known = true;
      applied = apply_event<decider_type>(stored, around);
    });
    if (known) return applied;
    return failure(errc::newer_format, "no view knows aggregates such as " + aggregate.text());
  }

  [[nodiscard]] bool knows(std::string_view type) const noexcept override {
    bool known = false;
    for_each_type<typename Model::queries>(
        [&](auto identity) { known = known || decltype(identity)::type::type == type; });
    return known;
  }

  [[nodiscard]] result<std::string> ask(std::string_view type, const wire::json_object& data) const override {
    result<std::string> answer = failure(errc::unknown_type, "type: there is no query " + std::string(type));
    for_each_type<typename Model::queries>([&](auto identity) {
      using query_type = typename decltype(identity)::type;
      if (query_type::type == type) answer = ask_typed<query_type>(data);
    });
    return answer;
  }

  [[nodiscard]] std::vector<std::string_view> names() const override {
    return {Model::view_names.begin(), Model::view_names.end()};
  }

  [[nodiscard]] std::optional<std::uint64_t> fingerprint() const override {
    if constexpr (kept_model<Model>) return kept_fingerprint<Model>();
    return std::nullopt;
  }
  [[nodiscard]] bool save(const piece_sink& piece, const question& enough) const override {
    if constexpr (kept_model<Model>) return save_kept(model_, piece, enough);
    return false;
  }
  [[nodiscard]] bool load(std::string_view saved) override {
    if constexpr (kept_model<Model>) return load_kept(model_, saved);
    return false;
  }
  [[nodiscard]] std::optional<std::vector<view_figures>> figures(const question& enough) const override {
    if constexpr (kept_model<Model>) return kept_figures(model_, enough);
    std::vector<view_figures> all;
    for (const std::string_view name : names()) all.push_back({name, std::nullopt, std::nullopt});
    return all;
  }

 private:
  template <class Decider>
  result<void> apply_event(const event_view& stored, const applied_event& around) {
    auto read = typed_detail::unpack_event<typename Decider::event>(stored);
    if (!read) return tl::unexpected(read.error());
    model_.apply(*read, around);
    return {};
  }

  template <class Query>
  result<std::string> ask_typed(const wire::json_object& data) const {
    auto query = wire::decode<Query>(data, "data");
    if (!query) return tl::unexpected(std::move(query.error()));
    auto answer = model_.ask(*query);
    if (!answer) return tl::unexpected(std::move(answer.error()));
    std::string text;
    wire::write_json(text, *answer);
    return text;
  }

  Model model_;
};

/// A domain of these deciders, answered by this read model.
template <read_model Model, decider... Deciders>
class typed_domain final : public hosted_domain {
 public:
  typed_domain() { (kinds_.push_back(std::make_unique<typed_kind<Deciders>>()), ...); }
  [[nodiscard]] std::span<const std::unique_ptr<const aggregate_kind>> kinds() const noexcept override {
    return kinds_;
  }
  [[nodiscard]] std::unique_ptr<hosted_views> make_views() const override {
    return std::make_unique<typed_views<Model>>();
  }
  [[nodiscard]] domain_description describe() const override {
    return {{describe_kind<Deciders>()...}, describe_queries<Model>()};
  }

 private:
  std::vector<std::unique_ptr<const aggregate_kind>> kinds_;
};

}  // namespace jumak::hosting
