#pragma once

#include "core/assert.hpp"
#include "core/form.hpp"
#include "core/hash.hpp"
#include "core/pack.hpp"
#include "core/upcast.hpp"
#include "hosting/for_each_type.hpp"
#include "hosting/hosted_domain.hpp"
#include "wire/decode.hpp"
#include "wire/encode.hpp"

/// Makes an aggregate_kind of a decider. Heavy on templates: include it only where a domain is registered.
namespace jumak::hosting {

namespace typed_detail {

/// Calls `use(std::type_identity<Alternative>)` for the alternative of that type name; false if none is.
template <class Variant, class Use>
bool with_alternative(std::string_view type, Use&& use) {
  bool found = false;
  for_each_type<Variant>([&](auto alternative) {
    if (!found && decltype(alternative)::type::type == type) {
      found = true;
      use(alternative);
    }
  });
  return found;
}

/// Of a type or schema that a newer version wrote.
[[nodiscard]] inline tl::unexpected<error> event_too_new(const event_view& event) {
  return failure(errc::newer_format, std::string(event.type) + " of schema " + std::to_string(event.schema) +
                                         " is not known to this version; a newer one wrote it");
}

/// Reads a stored event into its struct, one of an earlier schema by way of its upcasters.
template <class Variant>
result<Variant> unpack_event(const event_view& event) {
  // Read in place: an event is large, and every event is read several times in its life.
  result<Variant> read;
  auto form = stored_form::unknown_schema;
  with_alternative<Variant>(event.type, [&](auto alternative) {
    using event_type = typename decltype(alternative)::type;
    form = unpack_stored(event.schema, event.payload, read->template emplace<event_type>());
  });
  if (form == stored_form::unknown_schema) return event_too_new(event);
  if (form == stored_form::misfit) {
    return failure(errc::corrupt, "the stored bytes of a " + std::string(event.type) + " do not fit");
  }
  return read;
}

/// All that saved states depend on, as far as it is described: the events folded into them, and the state itself
/// where it is a described struct. So a domain that forgets to raise `rules` is noticed when a form changed.
template <class Decider>
std::string saved_form() {
  using event = typename Decider::event;
  std::string form(Decider::kind);
  for_each_type<event>([&](auto alternative) {
    using event_type = typename decltype(alternative)::type;
    form.append(" ").append(event_type::type).append(" ").append(std::to_string(event_type::schema)) += ' ';
    write_form<event_type>(form);
  });
  if constexpr (described<typename Decider::state>) write_form<typename Decider::state>(form);
  return form;
}

/// What events of this type do with deadlines, as a default-made one tells (core/decider.hpp).
template <class Decider, class Event>
deadline_change::kind deadline_kind_of() {
  if constexpr (has_deadlines<Decider>) {
    static const deadline_change::kind what = Decider::deadline_of(typename Decider::event(Event{})).what;
    return what;
  } else {
    return deadline_change::kind::none;
  }
}

template <class Variant>
std::string packed_alternative(const Variant& variant) {
  return std::visit([](const auto& value) { return packed(value); }, variant);
}

}  // namespace typed_detail

template <decider Decider>
class typed_command final : public hosted_command {
 public:
  using command = typename Decider::command;
  explicit typed_command(command value) : value_(std::move(value)) {}

  [[nodiscard]] const command& value() const noexcept { return value_; }
  [[nodiscard]] std::string_view type() const noexcept override {
    return std::visit([](const auto& value) { return std::remove_cvref_t<decltype(value)>::type; }, value_);
  }
  [[nodiscard]] std::string stream() const override { return std::string(Decider::stream_of(value_)); }
  [[nodiscard]] std::vector<std::string> other_streams() const override { return Decider::other_streams(value_); }
  void pack_to(std::string& out) const override {
    pack_text(out, type());
    std::visit([&](const auto& value) { pack(out, value); }, value_);
  }

 private:
  command value_;
};

template <decider Decider>
class typed_aggregate final : public hosted_aggregate {
 public:
  using state = typename Decider::state;
  using event = typename Decider::event;
  typed_aggregate() = default;
  explicit typed_aggregate(state loaded) : state_(std::move(loaded)) {}

  [[nodiscard]] std::optional<version> version_of(std::string_view stream) const override {
    return Decider::version_of(state_, stream);
  }
  [[nodiscard]] std::optional<rejection> precheck(const hosted_command& command, const stream_facts& facts,
                                                  const decision_context& context) const override {
    return Decider::precheck(state_, facts, typed(command), context);
  }
  [[nodiscard]] produced decide(const hosted_command& command, const stream_facts& facts,
                                const decision_context& context) override {
    decided_.clear();
    auto decided = Decider::decide(state_, facts, typed(command), context);
    if (!decided) return tl::unexpected(std::move(decided.error()));
    std::vector<produced_event> events;
    events.reserve(decided->size());
    for (const event& one : *decided) events.push_back(produce(one, facts, events));
    for (std::size_t index = 0; index < events.size(); ++index) {
      decided_.push_back({std::move((*decided)[index]), events[index].stream_version});
    }
    return events;
  }
  void accept(timestamp time) override {
    for (const auto& [event, stream_version] : decided_) {
      Decider::evolve(state_, event, event_context{time, stream_version});
    }
    decided_.clear();
  }
  [[nodiscard]] result<void> evolve(const event_view& stored, timestamp time) override {
    auto read = typed_detail::unpack_event<event>(stored);
    if (!read) return tl::unexpected(read.error());
    Decider::evolve(state_, *read, event_context{time, stored.stream_version});
    return {};
  }
  [[nodiscard]] std::string save() const override { return Decider::save(state_); }

 private:
  static const typename Decider::command& typed(const hosted_command& command) {
    // The gateway decoded it with this very kind: commands of another kind are unknown_type there.
    return static_cast<const typed_command<Decider>&>(command).value();
  }

  struct decided_event {
    event value;
    version stream_version;
  };

  /// Packs an event and versions it by what the state, this decision or the facts know of its stream.
  produced_event produce(const event& one, const stream_facts& facts,
                         const std::vector<produced_event>& before) const {
    produced_event made;
    made.stream = Decider::stream_of(one);
    version last = facts.version_of(made.stream);
    if (const auto held = Decider::version_of(state_, made.stream)) last = *held;
    for (const produced_event& earlier : before) {
      if (earlier.stream == made.stream) last = earlier.stream_version;
    }
    made.stream_version = last.next();
    std::visit(
        [&](const auto& value) {
          using event_type = std::remove_cvref_t<decltype(value)>;
          made.type = event_type::type;
          made.schema = event_type::schema;
          made.payload = packed(value);
          if constexpr (has_deadlines<Decider>) {
            made.deadline = Decider::deadline_of(one);
            // Else memory and disk would be of two opinions.
            JUMAK_ASSERT(made.deadline.what == (typed_detail::deadline_kind_of<Decider, event_type>()));
          }
        },
        one);
    return made;
  }

  state state_{};
  std::vector<decided_event> decided_;
};

template <decider Decider>
class typed_kind final : public aggregate_kind {
 public:
  [[nodiscard]] std::string_view name() const noexcept override { return Decider::kind; }
  [[nodiscard]] std::uint64_t fingerprint() const noexcept override {
    static const std::uint64_t made = hash64_of(typed_detail::saved_form<Decider>(), Decider::rules);
    return made;
  }
  [[nodiscard]] result<std::unique_ptr<const hosted_command>> decode(std::string_view type,
                                                               const wire::json_object& data) const override {
    using command = typename Decider::command;
    result<std::unique_ptr<const hosted_command>> decoded;
    bool known = false;
    typed_detail::with_alternative<command>(type, [&](auto alternative) {
      using command_type = typename decltype(alternative)::type;
      if constexpr (!engine_only<command_type>) {
        known = true;
        auto value = wire::decode<command_type>(data, "data");
        if (value) {
          decoded = std::make_unique<typed_command<Decider>>(command(std::move(*value)));
        } else {
          decoded = tl::unexpected(std::move(value.error()));
        }
      }
    });
    if (known) return decoded;
    return failure(errc::unknown_type,
                   "type: " + std::string(Decider::kind) + " has no command " + std::string(type));
  }
  [[nodiscard]] std::unique_ptr<hosted_aggregate> create() const override {
    return std::make_unique<typed_aggregate<Decider>>();
  }
  [[nodiscard]] std::unique_ptr<hosted_aggregate> load(std::string_view saved) const override {
    auto state = Decider::load(saved);
    if (!state) return nullptr;
    return std::make_unique<typed_aggregate<Decider>>(std::move(*state));
  }
  [[nodiscard]] bool has_deadlines() const noexcept override { return jumak::has_deadlines<Decider>; }
  [[nodiscard]] result<deadline_change> deadline_of(const event_view& stored) const override {
    if constexpr (jumak::has_deadlines<Decider>) {
      deadline_change change;
      const bool known = typed_detail::with_alternative<typename Decider::event>(stored.type, [&](auto alternative) {
        change.what = typed_detail::deadline_kind_of<Decider, typename decltype(alternative)::type>();
      });
      if (known && change.what != deadline_change::kind::arm) return change;
      auto read = typed_detail::unpack_event<typename Decider::event>(stored);
      if (!read) return tl::unexpected(read.error());
      return Decider::deadline_of(*read);
    } else {
      return deadline_change{};
    }
  }
  [[nodiscard]] std::unique_ptr<const hosted_command> due_command(std::string_view stream) const override {
    if constexpr (jumak::has_deadlines<Decider>) {
      return std::make_unique<typed_command<Decider>>(Decider::on_due(stream));
    } else {
      static_cast<void>(stream);
      JUMAK_ASSERT(has_deadlines());
      return nullptr;
    }
  }
  [[nodiscard]] result<void> write_event_data(std::string& out, const event_view& stored) const override {
    auto read = typed_detail::unpack_event<typename Decider::event>(stored);
    if (!read) return tl::unexpected(read.error());
    std::visit([&](const auto& value) { wire::write_json(out, value); }, *read);
    return {};
  }
};

}  // namespace jumak::hosting
