#include "net/request_table.hpp"

#include <utility>

#include "core/assert.hpp"

namespace jumak::net {
namespace {

/// Slots with more room than this give it back when all slots together have too much.
constexpr std::size_t answers_kept_max = 16;

}  // namespace

void request_table::admit(std::string_view routing_id, int descriptor, request_message& message,
                          std::vector<request>& out) {
  std::vector<frame>& frames = message.frames();
  const bool whole = message.has_too_many() || frames.empty();
  const auto count = whole ? 1U : static_cast<std::uint32_t>(frames.size());
  const std::uint32_t number = connection_for(routing_id, descriptor);
  const std::uint32_t place = take_slot(number, message.has_delimiter(), count);
  const std::uint32_t generation = slots_[place].generation;

  peer_connection& from = connections_[number];
  if (whole) {
    const auto verdict =
        message.has_too_many() ? request_verdict::too_many_frames : request_verdict::no_request;
    out.push_back(request{{place, generation, 0}, verdict, number, frame()});
  }
  for (std::uint32_t index = 0; index < frames.size(); ++index) {
    const request_verdict verdict = judge(frames[index].size(), from.in_flight + index, in_flight_ + index);
    const bool readable = verdict == request_verdict::ok || verdict == request_verdict::overloaded;
    out.push_back(request{{place, generation, index}, verdict, number,
                          readable ? std::move(frames[index]) : frame()});
  }
  from.in_flight += count;
  in_flight_ += count;
}

request_verdict request_table::judge(std::size_t size, std::size_t in_flight_here, std::size_t in_flight_all) {
  if (size == 0) return request_verdict::empty_frame;
  if (size > limits_.frame_bytes_max) return request_verdict::frame_too_large;
  if (in_flight_here < limits_.in_flight_per_connection_max && in_flight_all < limits_.in_flight_max) {
    return request_verdict::ok;
  }
  ++overloaded_;
  return request_verdict::overloaded;
}

const request_table::complete_message* request_table::answer(reply_address to, frame&& first,
                                                             std::vector<frame>&& more) {
  if (to.slot >= slots_.size()) return nullptr;
  slot& one = slots_[to.slot];
  if (!one.used || one.generation != to.generation) return nullptr;
  JUMAK_ASSERT(to.index < one.count && !one.answers[to.index].given);
  answer_frames& answer = one.answers[to.index];
  answer.given = true;
  answer.first = std::move(first);
  answer.more = std::move(more);
  return --one.missing == 0 ? &one.message : nullptr;
}

void request_table::finish(const complete_message& message) { free_slot(slots_[message.slot], true); }

int request_table::descriptor_of(std::string_view routing_id) const {
  const auto known = by_routing_id_.find(routing_id);
  return known == by_routing_id_.end() ? -1 : connections_[known->second].descriptor;
}

void request_table::give_up(std::uint32_t connection) {
  // Freeing the last slot frees the connection, whose number then means nothing; so the count is taken first.
  std::uint32_t left = connections_[connection].in_flight;
  for (std::size_t index = 0; left > 0 && index < slots_.size(); ++index) {
    slot& one = slots_[index];
    if (!one.used || one.message.connection != connection) continue;
    left -= one.count;
    free_slot(one, false);
  }
}

std::uint32_t request_table::connection_for(std::string_view routing_id, int descriptor) {
  if (const auto known = by_routing_id_.find(routing_id); known != by_routing_id_.end()) {
    connections_[known->second].descriptor = descriptor;
    return known->second;
  }
  std::uint32_t number = 0;
  if (free_connections_.empty()) {
    number = static_cast<std::uint32_t>(connections_.size());
    connections_.emplace_back();
  } else {
    number = free_connections_.back();
    free_connections_.pop_back();
  }
  connections_[number] = peer_connection{std::string(routing_id), descriptor, 0};
  by_routing_id_.emplace(routing_id, number);
  return number;
}

std::uint32_t request_table::take_slot(std::uint32_t connection, bool has_delimiter, std::uint32_t count) {
  std::uint32_t place = 0;
  if (free_slots_.empty()) {
    place = static_cast<std::uint32_t>(slots_.size());
    slots_.emplace_back();
  } else {
    place = free_slots_.back();
    free_slots_.pop_back();
  }
  slot& one = slots_[place];
  one.message = {place, connection, has_delimiter};
  one.used = true;
  one.missing = count;
  one.count = count;
  if (one.answers.size() < count) {
    answers_allocated_ += count - one.answers.size();
    one.answers.resize(count);
  }
  return place;
}

void request_table::free_slot(slot& one, bool sent) {
  for (std::uint32_t index = 0; index < one.count; ++index) {
    answer_frames& answer = one.answers[index];
    answer.given = false;
    if (!sent) answer.first = frame();  // Sending has emptied it already.
    if (answer.more.capacity() > 0) std::vector<frame>().swap(answer.more);
  }
  if (one.answers.size() > answers_kept_max && answers_allocated_ > 2 * std::size_t{limits_.in_flight_max}) {
    answers_allocated_ -= one.answers.size() - answers_kept_max;
    one.answers.resize(answers_kept_max);
    one.answers.shrink_to_fit();
  }
  one.used = false;
  ++one.generation;
  free_slots_.push_back(one.message.slot);

  peer_connection& from = connections_[one.message.connection];
  from.in_flight -= one.count;
  in_flight_ -= one.count;
  if (from.in_flight == 0) {
    by_routing_id_.erase(from.routing_id);
    free_connections_.push_back(one.message.connection);
  }
}

}  // namespace jumak::net
