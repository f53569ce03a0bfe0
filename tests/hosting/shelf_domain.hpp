#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decider.hpp"
#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/pack.hpp"
#include "core/read_model.hpp"
#include "hosting/hosted_domain.hpp"

/// A domain just rich enough to try the engine: a shelf with boxes. The shelf forgets a box that was taken, so
/// only facts tell that its name was used, and by which event.
namespace jumak::shelf {

using weight = bounded_integer<struct weight_tag, 1, 1'000>;
using count = bounded_integer<struct count_tag, 0, 1'000'000>;

struct put_box {
  static constexpr std::string_view type = "PutBox";
  name box;
  weight kilograms;
  std::optional<free_text> label;
};
BOOST_DESCRIBE_STRUCT(put_box, (), (box, kilograms, label))

struct take_box {
  static constexpr std::string_view type = "TakeBox";
  name box;
};
BOOST_DESCRIBE_STRUCT(take_box, (), (box))

/// Takes `from` and puts its weight as `to`, a name never used: two streams in one decision.
struct rename_box {
  static constexpr std::string_view type = "RenameBox";
  name from;
  name to;
};
BOOST_DESCRIBE_STRUCT(rename_box, (), (from, to))

/// Weighs a box so many times: several events of one stream in one decision; none for 0.
struct weigh_box {
  static constexpr std::string_view type = "WeighBox";
  name box;
  count times;
};
BOOST_DESCRIBE_STRUCT(weigh_box, (), (box, times))

/// Puts a box back that was taken; decided by the type of its last event.
struct return_box {
  static constexpr std::string_view type = "ReturnBox";
  name box;
};
BOOST_DESCRIBE_STRUCT(return_box, (), (box))

/// Writes so many letters into the shelf's own stream.
struct note_shelf {
  static constexpr std::string_view type = "NoteShelf";
  count letters;
};
BOOST_DESCRIBE_STRUCT(note_shelf, (), (letters))

/// Lends a box for so many microseconds; again for longer. Taking it or putting it anew ends that.
struct lend_box {
  static constexpr std::string_view type = "LendBox";
  name box;
  count micros;
};
BOOST_DESCRIBE_STRUCT(lend_box, (), (box, micros))

/// Takes a box without ending the loan: its stream is closed, its deadline is not.
struct lose_box {
  static constexpr std::string_view type = "LoseBox";
  name box;
};
BOOST_DESCRIBE_STRUCT(lose_box, (), (box))

/// The engine's own, when a loan is over. Boxes of 1 kg are refused, of 2 kg stay as they are, of 3 kg are lent
/// again for 10 µs, of 4 kg write more than fits in a record; others go. Of a lost one the facts are asked.
struct recall_box {
  static constexpr std::string_view type = "RecallBox";
  static constexpr bool engine_only = true;
  name box;
};
BOOST_DESCRIBE_STRUCT(recall_box, (), (box))

struct box_put {
  static constexpr std::string_view type = "BoxPut";
  static constexpr unsigned schema = 1;
  name box;
  weight kilograms;
};
BOOST_DESCRIBE_STRUCT(box_put, (), (box, kilograms))

/// As it was before turns were counted.
struct box_weighed_1 {
  static constexpr std::string_view type = "BoxWeighed";
  static constexpr unsigned schema = 1;
  name box;
};
BOOST_DESCRIBE_STRUCT(box_weighed_1, (), (box))

struct box_weighed {
  static constexpr std::string_view type = "BoxWeighed";
  static constexpr unsigned schema = 2;
  using earlier = box_weighed_1;
  [[nodiscard]] static box_weighed upcast(const box_weighed_1& before) { return {before.box, count()}; }
  name box;
  count turn;
};
BOOST_DESCRIBE_STRUCT(box_weighed, (), (box, turn))

struct box_taken {
  static constexpr std::string_view type = "BoxTaken";
  static constexpr unsigned schema = 1;
  name box;
};
BOOST_DESCRIBE_STRUCT(box_taken, (), (box))

struct shelf_noted {
  static constexpr std::string_view type = "ShelfNoted";
  static constexpr unsigned schema = 1;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(shelf_noted, (), (note))

struct box_lent {
  static constexpr std::string_view type = "BoxLent";
  static constexpr unsigned schema = 1;
  name box;
  timestamp until;
};
BOOST_DESCRIBE_STRUCT(box_lent, (), (box, until))

struct box_lost {
  static constexpr std::string_view type = "BoxLost";
  static constexpr unsigned schema = 1;
  name box;
};
BOOST_DESCRIBE_STRUCT(box_lost, (), (box))

struct box_recalled {
  static constexpr std::string_view type = "BoxRecalled";
  static constexpr unsigned schema = 1;
  name box;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(box_recalled, (), (box, note))

struct box {
  name which;
  version at;
  weight kilograms;
  friend bool operator==(const box&, const box&) = default;
};
BOOST_DESCRIBE_STRUCT(box, (), (which, at, kilograms))

struct state {
  version own_version;
  std::vector<box> boxes;  ///< Those on the shelf, in the order they were put.
  friend bool operator==(const state&, const state&) = default;
};
BOOST_DESCRIBE_STRUCT(state, (), (own_version, boxes))

struct decider {
  using state = shelf::state;
  using command = std::variant<put_box, take_box, rename_box, weigh_box, return_box, note_shelf, lend_box, lose_box,
                               recall_box>;
  using event = std::variant<box_put, box_weighed, box_taken, shelf_noted, box_lent, box_lost, box_recalled>;
  static constexpr std::string_view kind = "shelf";
  static constexpr std::uint32_t rules = 1;
  static constexpr std::size_t boxes_max = 3;

  static std::string stream_of(const command& asked);
  static std::vector<std::string> other_streams(const command& asked);
  static std::string stream_of(const event& happened);
  static std::optional<version> version_of(const state& current, std::string_view stream);
  static std::optional<rejection> precheck(const state& current, const stream_facts& facts, const command& asked,
                                           const decision_context& context);
  static decision<event> decide(const state& current, const stream_facts& facts, const command& asked,
                                const decision_context& context);
  static void evolve(state& current, const event& happened, const event_context& around);
  static deadline_change deadline_of(const event& happened);
  static command on_due(std::string_view stream);
  static std::string save(const state& current) { return packed(current); }
  static std::optional<state> load(std::string_view bytes) { return unpacked<state>(bytes); }
};

struct count_events {
  static constexpr std::string_view type = "CountEvents";
  struct answer {
    std::uint64_t events = 0;
    std::uint64_t last_position = 0;
  };
  name shelf;
};
BOOST_DESCRIBE_STRUCT(count_events::answer, (), (events, last_position))
BOOST_DESCRIBE_STRUCT(count_events, (), (shelf))

struct views {
  using deciders = boost::mp11::mp_list<decider>;
  using queries = boost::mp11::mp_list<count_events>;
  static constexpr std::array<std::string_view, 2> view_names{"counts", "nothing"};
  static auto kept(auto& self) { return std::tie(self.counts_, self.nothing_); }

  void apply(const decider::event& happened, const applied_event& around);
  [[nodiscard]] result<count_events::answer> ask(const count_events& asked) const;

 private:
  std::map<std::string, count_events::answer> counts_;
  std::vector<std::string> nothing_;
};

[[nodiscard]] std::unique_ptr<hosting::hosted_domain> make_domain();

}  // namespace jumak::shelf
