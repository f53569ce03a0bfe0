#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/decider.hpp"
#include "core/error.hpp"
#include "core/hash.hpp"
#include "core/names.hpp"
#include "core/record.hpp"
#include "hosting/description.hpp"
#include "wire/json.hpp"

/// The one face that every domain shows the engine. Made from pure functions by hosting/typed_kind.hpp and
/// hosting/typed_views.hpp; the engine sees only this and so knows no hotel.
namespace jumak::hosting {

/// A decoded, well-formed command of some domain. Immutable.
class hosted_command {
 public:
  virtual ~hosted_command() = default;
  [[nodiscard]] virtual std::string_view type() const noexcept = 0;
  /// Suffix of the stream it is about; empty for the aggregate's own.
  [[nodiscard]] virtual std::string stream() const = 0;
  /// Suffixes of further streams whose facts it needs.
  [[nodiscard]] virtual std::vector<std::string> other_streams() const = 0;
  /// Appends its values in canonical form, for the fingerprint of the body.
  virtual void pack_to(std::string& out) const = 0;
};

/// An event as a decision made it, not yet in the log.
struct produced_event {
  std::string stream;  ///< Suffix within the aggregate.
  std::string_view type;
  std::uint32_t schema = 1;
  version stream_version;
  std::string payload;  ///< Packed.
  deadline_change deadline;  ///< Of its stream.
};

using produced = tl::expected<std::vector<produced_event>, rejection>;

/// The live state of one aggregate. One thread at a time.
class hosted_aggregate {
 public:
  virtual ~hosted_aggregate() = default;
  /// Version of a stream whose entity the state holds.
  [[nodiscard]] virtual std::optional<version> version_of(std::string_view stream) const = 0;
  /// Refusals that come before `version_conflict`.
  [[nodiscard]] virtual std::optional<rejection> precheck(const hosted_command& command, const stream_facts& facts,
                                                          const decision_context& context) const = 0;
  /// Decides without changing the state; the new events are kept for `accept`.
  [[nodiscard]] virtual produced decide(const hosted_command& command, const stream_facts& facts,
                                        const decision_context& context) = 0;
  /// Folds the events of the last `decide` into the state. Once, before the next `decide`; not calling it
  /// drops them.
  virtual void accept(timestamp time) = 0;
  /// Folds one event of the log. Errors: newer_format (unknown type or schema), corrupt (bytes do not fit).
  [[nodiscard]] virtual result<void> evolve(const event_view& event, timestamp time) = 0;
  /// The state as bytes for a snapshot.
  [[nodiscard]] virtual std::string save() const = 0;
};

/// One kind of aggregate. Immutable, any thread.
class aggregate_kind {
 public:
  virtual ~aggregate_kind() = default;
  [[nodiscard]] virtual std::string_view name() const noexcept = 0;
  /// Identifies the form and meaning of saved states: another value, and a snapshot is ignored.
  [[nodiscard]] virtual std::uint64_t fingerprint() const noexcept = 0;
  /// Errors: unknown_type (also for a command of another kind), malformed (naming the field).
  [[nodiscard]] virtual result<std::unique_ptr<const hosted_command>> decode(std::string_view type,
                                                                       const wire::json_object& data) const = 0;
  [[nodiscard]] virtual std::unique_ptr<hosted_aggregate> create() const = 0;
  /// A state from its saved bytes; null when they do not fit.
  [[nodiscard]] virtual std::unique_ptr<hosted_aggregate> load(std::string_view saved) const = 0;
  /// True when its events can arm deadlines.
  [[nodiscard]] virtual bool has_deadlines() const noexcept = 0;
  /// What a stored event does with the deadline of its stream. Cheap but for one that arms it: only that is read.
  /// Errors as `evolve`.
  [[nodiscard]] virtual result<deadline_change> deadline_of(const event_view& event) const = 0;
  /// The engine's own command for when the stream's deadline fell due. Only of a kind that has deadlines.
  [[nodiscard]] virtual std::unique_ptr<const hosted_command> due_command(std::string_view stream) const = 0;
  /// Appends the event's data as JSON. Errors as `evolve`.
  [[nodiscard]] virtual result<void> write_event_data(std::string& out, const event_view& event) const = 0;
};

/// What one view holds, for operators and for comparing views that were folded apart.
struct view_figures {
  std::string_view name;
  std::optional<std::uint64_t> rows;  ///< Nothing when the view does not count them.
  std::optional<hash128> hash;        ///< Of its state, equal for equal states; nothing when that cannot be kept.
};

/// All the views that queries may join, at one position. One thread at a time; what is const several at once.
class hosted_views {
 public:
  virtual ~hosted_views() = default;
  /// Folds one event. Errors: newer_format, corrupt.
  [[nodiscard]] virtual result<void> apply(const record_view& record, const event_view& event, position at) = 0;
  /// True when there is a query of that type.
  [[nodiscard]] virtual bool knows(std::string_view type) const noexcept = 0;
  /// The answer as JSON text. Errors: unknown_type, malformed, not_found.
  [[nodiscard]] virtual result<std::string> ask(std::string_view type, const wire::json_object& data) const = 0;
  [[nodiscard]] virtual std::vector<std::string_view> names() const = 0;

  using piece_sink = std::function<void(std::string_view)>;
  using question = std::function<bool()>;
  /// Identifies the form and the rules of saved views; bytes are loaded under an equal one only. Nothing when the views
  /// cannot be saved: their model keeps nothing (core/read_model.hpp).
  [[nodiscard]] virtual std::optional<std::uint64_t> fingerprint() const = 0;
  /// Hands over all they hold, piece by piece. False when `enough`, asked in between, said so before the end, and for
  /// views that cannot be saved.
  [[nodiscard]] virtual bool save(const piece_sink& piece, const question& enough) const = 0;
  /// Takes what was saved. False when the bytes do not fit: then the object is of no use.
  [[nodiscard]] virtual bool load(std::string_view saved) = 0;
  /// Of each view, in the order of names(). Reads all there is; null once `enough` said so.
  [[nodiscard]] virtual std::optional<std::vector<view_figures>> figures(const question& enough) const = 0;
};

/// A whole domain: its kinds of aggregates and its views. Immutable, any thread.
class hosted_domain {
 public:
  virtual ~hosted_domain() = default;
  [[nodiscard]] virtual std::span<const std::unique_ptr<const aggregate_kind>> kinds() const noexcept = 0;
  [[nodiscard]] virtual std::unique_ptr<hosted_views> make_views() const = 0;
  /// What it speaks. Made anew with each call.
  [[nodiscard]] virtual domain_description describe() const = 0;

  /// The kind of that name, or null.
  [[nodiscard]] const aggregate_kind* find_kind(std::string_view name) const noexcept;
};

}  // namespace jumak::hosting
