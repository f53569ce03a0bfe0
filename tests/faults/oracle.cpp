#include "tests/faults/oracle.hpp"

#include <algorithm>
#include <functional>

#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

constexpr std::size_t remembered_max = 4'000;  ///< Checked commands that may be asked again.
constexpr std::size_t queries_at_once = 4;
constexpr auto patience = 60s;

}  // namespace

oracle::oracle(zmq::context_t& context, addresses where, std::uint64_t seed,
               const std::filesystem::path& file)
    : context_(context),
      where_(std::move(where)),
      maker_(seed),
      file_(file),
      events_(context, zmq::socket_type::sub) {
  events_.set(zmq::sockopt::linger, 0);
  events_.set(zmq::sockopt::reconnect_ivl, 5);
  events_.set(zmq::sockopt::subscribe, "hotel/");
  events_.connect(where_.events);
}

void oracle::set_up() {
  for (auto& frame : maker_.setup()) told_.invoke(frame), file_.invoked(frame);
  settle();
}

void oracle::load(std::size_t window, const std::atomic<bool>& stop) {
  connect_commands();
  connect_queries();
  while (!stop) turn(window, true);
}

void oracle::settle() {
  connect_commands();
  connect_queries();
  for (const auto& id : told_.open())
    if (!under_way_.contains(id)) {
      again_.push_back(told_.find(id)->frame);
      ++counts_.resent_open;
    }
  const auto until = std::chrono::steady_clock::now() + patience;
  while (!again_.empty() || !under_way_.empty() || !told_.open().empty()) {
    turn(64, false);
    if (std::chrono::steady_clock::now() > until)
      throw violation("no answer within a minute to " + std::to_string(told_.open().size()) +
                      " commands");
  }
  file_.sync();
}

void oracle::command_side_died() {
  // What had left the server may still be on its way between the threads here.
  wait_readable({&commands_[0]->socket()}, 2ms);
  receive();
  for (const auto& [id, copies] : under_way_) file_.unknown(id);
  file_.sync();
  under_way_.clear();
  again_.clear();
  for (auto& connection : commands_) connection.reset();
}

void oracle::query_side_died() {
  receive();
  asked_.clear();
  queries_.reset();
}

void oracle::connect_commands() {
  for (auto& connection : commands_)
    if (!connection) connection = std::make_unique<client>(context_, where_.commands);
}

void oracle::connect_queries() {
  if (!queries_) queries_ = std::make_unique<client>(context_, where_.queries);
}

/// Notes what it is about to say before it says it, and what it heard before it acts on it.
void oracle::turn(std::size_t window, bool fresh) {
  std::vector<std::string> frames;
  if (fresh) frames = choose(window);
  while (!again_.empty() && frames.size() < 256) {
    frames.push_back(again_.front());
    again_.pop_front();
  }
  file_.sync();
  send(frames);
  if (fresh) send_queries();
  wait();
  receive();
}

std::vector<std::string> oracle::choose(std::size_t window) {
  std::vector<std::string> frames;
  while (under_way_.size() + frames.size() < window) {
    const auto dice = maker_.pick(100);
    if (dice == 0 && !remembered_ids_.empty()) {
      const auto& id = remembered_ids_[maker_.pick(remembered_ids_.size())];
      frames.push_back(remembered_.find(id)->frame);
      ++counts_.resent_known;
      continue;
    }
    std::string frame = maker_.next();
    told_.invoke(frame);
    file_.invoked(frame);
    frames.push_back(frame);
    ++counts_.sent;
    if (dice == 1)
      frames.push_back(frame), ++counts_.twins;  // The second copy waits for the first.
  }
  return frames;
}

void oracle::send(const std::vector<std::string>& frames) {
  for (const auto& frame : frames) {
    // Copies of a command go out on one connection, so that their answers have an order.
    const std::string id = text(json::parse(frame).as_object(), "id");
    if (commands_[std::hash<std::string>()(id) % commands_.size()]->send(frame))
      ++under_way_[id];
    else
      again_.push_back(frame);
  }
}

void oracle::receive() {
  for (auto& connection : commands_)
    while (connection)
      if (const auto reply = connection->receive())
        take_answer(*reply);
      else
        break;
  while (queries_)
    if (const auto reply = queries_->receive())
      take_query_answer(*reply);
    else
      break;
  take_events();
}

void oracle::take_answer(const std::string& reply) {
  const auto answer = json::parse(reply).as_object();
  const std::string id = text(answer, "id");
  if (const auto copies = under_way_.find(id); copies != under_way_.end() && --copies->second == 0)
    under_way_.erase(copies);
  if (remembered_.find(id) != nullptr) {
    remembered_.answer(reply);
    return;
  }
  file_.answered(reply);
  const bool first = told_.answer(reply);
  const auto* entry = told_.find(id);
  if (entry == nullptr) throw violation("an answer to nothing asked: " + reply);
  if (entry->told == ledger_entry::outcome::open) {
    ++counts_.turned_away;
    if (!under_way_.contains(id)) again_.push_back(entry->frame);
  }
  if (!first) return;
  maker_.learn(*entry);
  acknowledged_ = std::max(acknowledged_, entry->position);
  seen_ = std::max(seen_, entry->position);
  ++(entry->told == ledger_entry::outcome::accepted ? counts_.accepted : counts_.rejected);
  if (entry->code == "no_availability") ++counts_.no_availability;
}

void oracle::send_queries() {
  while (asked_.size() < queries_at_once) {
    const auto [hotel, reservation] = maker_.any_reservation();
    if (hotel.empty()) return;
    const auto after = acknowledged_;
    const json::object query{{"id", "q-" + std::to_string(queries_made_)},
                             {"type", "GetReservation"},
                             {"data", {{"hotel", hotel.substr(6)}, {"reservation", reservation}}},
                             {"after", after},
                             {"timeout_ms", 30'000}};
    if (!queries_->send(json::serialize(query))) return;
    asked_[queries_made_++] = after;
  }
}

void oracle::take_query_answer(const std::string& reply) {
  const auto answer = json::parse(reply).as_object();
  const auto asked = asked_.find(std::stoull(text(answer, "id").substr(2)));
  if (asked == asked_.end()) throw violation("an answer to nothing asked: " + reply);
  const auto after = asked->second;
  asked_.erase(asked);
  ++counts_.queries;
  if (text(answer, "status") != "ok") {
    const std::string code = text(answer.at("error").as_object(), "code");
    if (code == "timeout" || code == "unavailable") return;
    throw violation("a reservation made by " + std::to_string(after) + " was asked for: " + reply);
  }
  const auto position = number(answer, "position");
  if (position < after) throw violation("older than asked for: " + reply);
  if (position < answered_at_)
    throw violation("positions went back from " + std::to_string(answered_at_) + ": " + reply);
  answered_at_ = position;
  seen_ = std::max(seen_, position);
}

void oracle::take_events() {
  for (zmq::message_t topic, event; events_.recv(topic, zmq::recv_flags::dontwait);) {
    if (!events_.recv(event)) throw violation("an event without its second frame");
    const std::string body = event.to_string();
    const auto position = std::stoull(text(json::parse(body).as_object(), "id"));
    live_.emplace(position, body);
    seen_ = std::max<std::uint64_t>(seen_, position);
    ++counts_.live;
  }
}

std::map<std::uint64_t, std::string> oracle::take_live(std::uint64_t position) {
  take_events();
  std::map<std::uint64_t, std::string> taken;
  while (!live_.empty() && live_.begin()->first <= position)
    taken.insert(live_.extract(live_.begin()));
  return taken;
}

void oracle::wait() {
  std::vector<zmq::socket_t*> sockets;
  for (auto& connection : commands_) sockets.push_back(&connection->socket());
  if (queries_) sockets.push_back(&queries_->socket());
  wait_readable(sockets, 5ms);
}

void oracle::checked(const std::vector<std::string>& ids) {
  for (const auto& id : ids) {
    remembered_.remember(told_.forget(id));
    if (remembered_ids_.size() < remembered_max) {
      remembered_ids_.push_back(id);
      continue;
    }
    // A random one makes room, so that some are asked again after very many crashes.
    auto& out = remembered_ids_[maker_.pick(remembered_ids_.size())];
    remembered_.forget(out);
    out = id;
  }
}

}  // namespace jumak::faults
