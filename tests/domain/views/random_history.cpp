#include "tests/domain/views/random_history.hpp"

#include <memory>
#include <random>

namespace jumak::hotel::testing {
namespace {

constexpr std::string_view types[] = {"single", "suite"};
constexpr std::string_view segments[] = {"Direct", "Groups"};
constexpr int rooms_each = 3;

std::string room_name(std::string_view type, int room) {
  return std::string(type) + "-" + std::to_string(room);
}

}  // namespace

struct history_player::hidden {
  explicit hidden(unsigned seed) : random(seed) {
    handle(the_registration());
    for (const std::string_view type : types) {
      handle(define_room_type{id(type), words(type), guest_limit::from_integer(4).value(),
                              cents(10000)});
      std::vector<name> rooms;
      for (int room = 0; room < rooms_each; ++room) {
        rooms.push_back(id(room_name(type, room)));
      }
      handle(add_rooms{id(type), distinct_names::from_items(rooms).value()});
    }
  }

  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); }
  std::string_view some_type() { return types[below(2)]; }
  name some_room() { return id(room_name(some_type(), below(rooms_each))); }
  /// Mostly one of the last made, for these are open.
  name some_reservation() { return id("r-" + std::to_string(std::max(0, made - 1 - below(12)))); }
  date today() const {
    return date(std::chrono::floor<std::chrono::days>(now + std::chrono::hours(9)));
  }

  /// Asks the decider and plays what it decides. The facts are those of the streams played.
  void handle(const command& asked) {
    stream_facts facts;
    std::vector<std::string> names = decider::other_streams(asked);
    names.push_back(decider::stream_of(asked));
    for (const std::string& stream : names) {
      facts.add(seen.contains(stream) ? seen[stream] : stream_fact{stream, {}, {}});
    }
    const decision_context context{now, {}};
    if (decider::precheck(state, facts, asked, context)) {
      return;
    }
    const auto decided = decider::decide(state, facts, asked, context);
    if (!decided) {
      return;
    }
    played.at(to_text(now));
    for (const event& happened : *decided) {
      stream_fact& fact = seen[decider::stream_of(happened)];
      fact.stream = decider::stream_of(happened);
      fact.at = fact.at.next();
      fact.last_type = std::visit(
          [](const auto& which) { return std::string(std::remove_cvref_t<decltype(which)>::type); },
          happened);
      decider::evolve(state, happened, {now, fact.at});
      played.play(happened);
    }
  }

  void book() {
    make_reservation asked =
        booking("r-" + std::to_string(made++), some_type(), "2026-12-01", "2026-12-02");
    asked.arrival = today().plus_days(below(4));
    asked.departure = asked.arrival.plus_days(1 + below(5));
    asked.guest = id("g-" + std::to_string(below(3)));
    if (below(2) == 0) {
      asked.rate = cents(below(3) * 5000);
    }
    if (below(3) != 0) {
      asked.segment = words(segments[below(2)]);
    }
    handle(asked);
  }

  void set_some_rate() {
    const date from = today().plus_days(below(6));
    handle(set_rate{id(some_type()), from, from.plus_days(1 + below(4)),
                    cents(9000 + below(5) * 500)});
  }

  void arrive() {
    const name guest = some_reservation();
    handle(assign_room{guest, some_room()});
    handle(check_in{guest});
  }

  void leave() {
    handle(check_out{some_reservation(), words("left")});
    handle(
        set_room_status{some_room(), below(4) == 0 ? room_status::dirty : room_status::inspected});
  }

  void step() {
    switch (below(16)) {
      case 0:
        return handle(cancel_reservation{some_reservation(), words("guest")});
      case 1:
        return handle(mark_no_show{some_reservation()});
      case 2:
        return handle(unassign_room{some_reservation()});
      case 3:
        return handle(post_charge{some_reservation(), cents(700), words("bar")});
      case 4:
        return handle(post_payment{some_reservation(), cents(1000), words("card")});
      case 5:
        return set_some_rate();
      case 6:
      case 7:
        return leave();
      case 8:
      case 9:
        now += std::chrono::hours(below(30));
        return;
      case 10:
      case 11:
      case 12:
        return arrive();
      default:
        return book();
    }
  }

  std::mt19937 random;
  timestamp now = moment("2026-12-01T00:00:00Z");
  decider::state state;
  std::map<std::string, stream_fact> seen;
  int made = 0;
  played_views played;
};

history_player::history_player(unsigned seed) : hidden_(std::make_unique<hidden>(seed)) {}
history_player::~history_player() = default;

void history_player::play_some(std::size_t commands) {
  for (std::size_t count = 0; count < commands; ++count) {
    hidden_->step();
  }
}

played_views& history_player::played() { return hidden_->played; }

played_views random_history(unsigned seed, std::size_t commands) {
  history_player player(seed);
  player.play_some(commands);
  return std::move(player.played());
}

}  // namespace jumak::hotel::testing
