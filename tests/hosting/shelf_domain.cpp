#include "tests/hosting/shelf_domain.hpp"

#include <algorithm>

#include "hosting/typed_kind.hpp"
#include "hosting/typed_views.hpp"

namespace jumak::shelf {
namespace {

std::string stream_of_box(const name& box) { return "box/" + box.text(); }

auto find_box(auto& boxes, std::string_view which) {
  return std::ranges::find_if(boxes, [&](const box& one) { return one.which.text() == which; });
}

/// The rules, one function a command.
struct shelf_rules {
  const state& current;
  const stream_facts& facts;
  timestamp now;
  using events = decision<decider::event>;

  [[nodiscard]] const box* held(const name& which) const {
    const auto found = find_box(current.boxes, which.text());
    return found == current.boxes.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool used(const name& which) const {
    return held(which) != nullptr || facts.version_of(stream_of_box(which)) > version();
  }
  static auto absent(const name& which) { return reject("no_such_box", which.text() + " is not here."); }

  events operator()(const put_box& asked) const {
    if (used(asked.box)) return reject("name_used", asked.box.text() + " was used.", {{"box", asked.box.text()}});
    if (current.boxes.size() == decider::boxes_max) {
      return reject("shelf_full", "The shelf is full.", {{"boxes", static_cast<std::int64_t>(current.boxes.size())}});
    }
    return std::vector<decider::event>{box_put{asked.box, asked.kilograms}};
  }
  events operator()(const take_box& asked) const {
    if (held(asked.box) == nullptr) return absent(asked.box);
    return std::vector<decider::event>{box_taken{asked.box}};
  }
  events operator()(const rename_box& asked) const {
    const box* from = held(asked.from);
    if (from == nullptr) return absent(asked.from);
    if (used(asked.to)) return reject("name_used", asked.to.text() + " was used.", {{"box", asked.to.text()}});
    return std::vector<decider::event>{box_taken{asked.from}, box_put{asked.to, from->kilograms}};
  }
  events operator()(const weigh_box& asked) const {
    if (held(asked.box) == nullptr) return absent(asked.box);
    std::vector<decider::event> made;
    for (std::int64_t turn = 0; turn < asked.times.integer(); ++turn) {
      made.push_back(box_weighed{asked.box, count::from_integer(turn).value()});
    }
    return made;
  }
  events operator()(const return_box& asked) const {
    if (held(asked.box) != nullptr) return reject("box_is_here", asked.box.text() + " is here.");
    const stream_fact* fact = facts.find(stream_of_box(asked.box));
    if (fact == nullptr || fact->last_type != box_taken::type) return absent(asked.box);
    return std::vector<decider::event>{box_put{asked.box, weight::from_integer(1).value()}};
  }
  events operator()(const lend_box& asked) const {
    if (held(asked.box) == nullptr) return absent(asked.box);
    return std::vector<decider::event>{box_lent{asked.box, now + std::chrono::microseconds(asked.micros.integer())}};
  }
  events operator()(const lose_box& asked) const {
    if (held(asked.box) == nullptr) return absent(asked.box);
    return std::vector<decider::event>{box_lost{asked.box}};
  }
  events operator()(const recall_box& asked) const {
    const box* found = held(asked.box);
    if (found == nullptr) {
      const stream_fact* fact = facts.find(stream_of_box(asked.box));
      if (fact == nullptr || fact->last_type != box_lost::type) return absent(asked.box);
      return std::vector<decider::event>{box_recalled{asked.box, "lost"}};
    }
    switch (found->kilograms.integer()) {
      case 1: return reject("too_light", asked.box.text() + " may stay.");
      case 2: return std::vector<decider::event>{};
      case 3: return std::vector<decider::event>{box_lent{asked.box, now + std::chrono::microseconds(10)}};
      case 4: return std::vector<decider::event>{box_recalled{asked.box, std::string(600'000, 'n')}};
      default: return std::vector<decider::event>{box_recalled{asked.box, ""}};
    }
  }
  events operator()(const note_shelf& asked) const {
    return std::vector<decider::event>{shelf_noted{std::string(static_cast<std::size_t>(asked.letters.integer()), 'n')}};
  }
};

struct evolution {
  state& current;
  version at;

  void operator()(const box_put& happened) { current.boxes.push_back({happened.box, at, happened.kilograms}); }
  void operator()(const box_weighed& happened) {
    const auto found = find_box(current.boxes, happened.box.text());
    if (found != current.boxes.end()) found->at = at;
  }
  void operator()(const box_taken& happened) {
    const auto found = find_box(current.boxes, happened.box.text());
    if (found != current.boxes.end()) current.boxes.erase(found);
  }
  void operator()(const shelf_noted&) { current.own_version = at; }
  void operator()(const box_lent& happened) {
    const auto found = find_box(current.boxes, happened.box.text());
    if (found != current.boxes.end()) found->at = at;
  }
  void operator()(const box_lost& happened) { (*this)(box_taken{happened.box}); }
  void operator()(const box_recalled& happened) { (*this)(box_taken{happened.box}); }
};

struct stream_finder {
  std::string operator()(const rename_box& asked) const { return stream_of_box(asked.from); }
  std::string operator()(const note_shelf&) const { return {}; }
  std::string operator()(const shelf_noted&) const { return {}; }
  std::string operator()(const auto& one) const { return stream_of_box(one.box); }
};

}  // namespace

std::string decider::stream_of(const command& asked) { return std::visit(stream_finder{}, asked); }
std::string decider::stream_of(const event& happened) { return std::visit(stream_finder{}, happened); }

std::vector<std::string> decider::other_streams(const command& asked) {
  if (const auto* rename = std::get_if<rename_box>(&asked)) return {stream_of_box(rename->to)};
  return {};
}

std::optional<version> decider::version_of(const state& current, std::string_view stream) {
  if (stream.empty()) return current.own_version;
  const auto found = find_box(current.boxes, stream.substr(stream.find('/') + 1));
  if (found == current.boxes.end()) return std::nullopt;
  return found->at;
}

std::optional<rejection> decider::precheck(const state&, const stream_facts&, const command& asked,
                                           const decision_context&) {
  const auto* rename = std::get_if<rename_box>(&asked);
  if (rename == nullptr || rename->from != rename->to) return std::nullopt;
  return rejection{"same_box", "Both names are the same.", {}};
}

decision<decider::event> decider::decide(const state& current, const stream_facts& facts, const command& asked,
                                         const decision_context& context) {
  return std::visit(shelf_rules{current, facts, context.now}, asked);
}

deadline_change decider::deadline_of(const event& happened) {
  using kind = deadline_change::kind;
  if (const auto* lent = std::get_if<box_lent>(&happened)) return {kind::arm, lent->until};
  if (std::holds_alternative<box_taken>(happened) || std::holds_alternative<box_put>(happened)) return {kind::settle, {}};
  return {};
}

decider::command decider::on_due(std::string_view stream) {
  return recall_box{name::from_text(stream.substr(stream.find('/') + 1)).value()};
}

void decider::evolve(state& current, const event& happened, const event_context& around) {
  std::visit(evolution{current, around.stream_version}, happened);
}

void views::apply(const decider::event&, const applied_event& around) {
  count_events::answer& counted = counts_[std::string(around.aggregate.which())];
  ++counted.events;
  counted.last_position = around.at.value();
}

result<count_events::answer> views::ask(const count_events& asked) const {
  const auto found = counts_.find(asked.shelf.text());
  if (found == counts_.end()) return failure(errc::not_found, "no shelf is called " + asked.shelf.text());
  return found->second;
}

std::unique_ptr<hosting::hosted_domain> make_domain() {
  return std::make_unique<hosting::typed_domain<views, decider>>();
}

}  // namespace jumak::shelf
