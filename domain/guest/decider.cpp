#include "domain/guest/decider.hpp"

#include <variant>

#include "core/pack.hpp"

namespace jumak::guest {
namespace {

constexpr std::uint64_t snapshot_format = 1;

bool is_registered(const state& current) {
  return current.own_version != version();
}

decision<event> decide_on(const state& current, const register_guest& asked) {
  if (is_registered(current)) {
    return reject("already_exists", "This guest is already registered.");
  }
  return std::vector<event>{
      guest_registered{asked.full_name, asked.email, asked.phone, asked.country}};
}

/// True if the field was not given, or is what we know already.
template <class Known>
bool stays(const std::optional<free_text>& given, const Known& known) {
  return !given || known == *given;
}

decision<event> decide_on(const state& current, const update_guest& asked) {
  if (!is_registered(current)) {
    return reject("unknown_guest", "There is no such guest.");
  }
  const bool nothing_to_do =
      stays(asked.full_name, current.full_name) && stays(asked.email, current.email) &&
      stays(asked.phone, current.phone) && stays(asked.country, current.country);
  if (nothing_to_do) {
    return std::vector<event>{};
  }
  return std::vector<event>{
      guest_updated{asked.full_name, asked.email, asked.phone, asked.country}};
}

void apply(state& current, const guest_registered& happened) {
  current.full_name = happened.full_name;
  current.email = happened.email;
  current.phone = happened.phone;
  current.country = happened.country;
}

void apply(state& current, const guest_updated& happened) {
  if (happened.full_name) {
    current.full_name = *happened.full_name;
  }
  if (happened.email) {
    current.email = happened.email;
  }
  if (happened.phone) {
    current.phone = happened.phone;
  }
  if (happened.country) {
    current.country = happened.country;
  }
}

}  // namespace

std::string decider::stream_of(const command&) {
  return {};
}
std::vector<std::string> decider::other_streams(const command&) {
  return {};
}
std::string decider::stream_of(const event&) {
  return {};
}

std::optional<version> decider::version_of(const state& current, std::string_view stream) {
  if (!stream.empty() || !is_registered(current)) {
    return std::nullopt;
  }
  return current.own_version;
}

std::optional<rejection> decider::precheck(const state&, const stream_facts&, const command&,
                                           const decision_context&) {
  return std::nullopt;
}

decision<event> decider::decide(const state& current, const stream_facts&, const command& asked,
                                const decision_context&) {
  return std::visit([&](const auto& which) { return decide_on(current, which); }, asked);
}

void decider::evolve(state& current, const event& happened, const event_context& around) {
  std::visit([&](const auto& which) { apply(current, which); }, happened);
  current.own_version = around.stream_version;
}

std::string decider::save(const state& current) {
  std::string bytes;
  pack_unsigned(bytes, snapshot_format);
  pack(bytes, current);
  return bytes;
}

std::optional<state> decider::load(std::string_view bytes) {
  unpacker in(bytes);
  if (in.read_unsigned() != snapshot_format) {
    return std::nullopt;
  }
  state current;
  unpack(in, current);
  return in.done() ? std::optional(std::move(current)) : std::nullopt;
}

}  // namespace jumak::guest
