#include "tests/faults/paced_load.hpp"

#include <algorithm>

#include "tests/faults/command_maker.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;
using clock = std::chrono::steady_clock;

constexpr std::size_t connections = 4;
/// Below what a connection may have in flight.
constexpr std::uint64_t window = 3'600;
constexpr std::uint64_t commands_per_message = 40;
constexpr std::uint64_t hotels = 50;
constexpr std::uint64_t rooms = 500;
constexpr std::chrono::seconds answer_patience(60);

std::string frame(std::uint64_t number, const char* type, const std::string& aggregate, const std::string& data) {
  return R"({"id":"p-)" + std::to_string(number) + R"(","type":")" + type + R"(","aggregate":")" + aggregate +
         R"(","data":{)" + data + "}}";
}

/// Night after night is filled, in each hotel.
std::string booking(std::uint64_t number) {
  const std::uint64_t nth = number / 2 / hotels;
  const int night = 2 + static_cast<int>(nth / rooms);
  const std::string name = std::to_string(number);
  return frame(number, "MakeReservation", "hotel/p" + std::to_string(number / 2 % hotels),
               R"("reservation":"r)" + name + R"(","room_type":"all","arrival":")" + command_maker::day(night) +
                   R"(","departure":")" + command_maker::day(night + 1) + R"(","guest":"p)" + name +
                   R"(","guests":{"adults":1})");
}

/// Calls `one` so often a second, and `idle` in between, until `stop`.
template <class One, class Idle>
void pace(std::uint64_t per_second, const std::atomic<bool>& stop, One one, Idle idle) {
  const auto begun = clock::now();
  std::uint64_t done = 0;
  while (!stop) {
    const std::chrono::duration<double> passed = clock::now() - begun;
    const auto due = static_cast<std::uint64_t>(passed.count() * static_cast<double>(per_second));
    for (; done < due && !stop; ++done) one();
    idle();
  }
}

}  // namespace

paced_writer::paced_writer(zmq::context_t& context, const std::string& commands) {
  for (std::size_t each = 0; each < connections; ++each) connections_.emplace_back(context, commands);
}

void paced_writer::set_up() {
  std::string names;
  for (std::uint64_t room = 0; room < rooms; ++room) names += (room == 0 ? "\"" : ",\"") + std::to_string(room) + "\"";
  for (std::uint64_t hotel = 0; hotel < hotels; ++hotel) {
    const std::string name = "hotel/p" + std::to_string(hotel);
    const std::string number = "0" + std::to_string(hotel);
    const auto id = [&](int part) { return 1'000'000'000 + hotel * 10 + static_cast<std::uint64_t>(part); };
    send_frames(0, {frame(id(1), "RegisterHotel", name,
                          R"("title":"H","city":"Seoul","country":"KOR","time_zone":"UTC","currency":"KRW")"),
                    frame(id(2), "DefineRoomType", name, R"("room_type":"all","title":"All","max_guests":4,"rate":100)"),
                    frame(id(3), "AddRooms", name, R"("room_type":"all","rooms":[)" + names + "]")});
    while (under_way_ > 0) receive(answer_patience);
  }
}

std::string paced_writer::next() {
  const std::uint64_t number = made_++;
  if (number % 2 == 1) return booking(number);
  const std::string name = std::to_string(number);
  return frame(number, "RegisterGuest", "guest/p" + name, R"("full_name":"Guest )" + name + "\"");
}

void paced_writer::send_frames(std::size_t connection, const std::vector<std::string>& frames) {
  zmq::socket_t& socket = connections_[connection].socket();
  for (const std::string& one : frames) {
    const bool last = &one == &frames.back();
    if (!socket.send(zmq::buffer(one), last ? zmq::send_flags::none : zmq::send_flags::sndmore)) {
      throw violation("a command could not be sent");
    }
  }
  under_way_ += frames.size();
}

void paced_writer::send(std::uint64_t commands) {
  while (under_way_ + commands > window) receive(answer_patience);
  std::vector<std::string> frames;
  for (; commands > 0; --commands) frames.push_back(next());
  send_frames(made_ / commands_per_message % connections, frames);
}

void paced_writer::write(std::uint64_t commands) {
  for (; commands >= commands_per_message; commands -= commands_per_message) send(commands_per_message);
  while (under_way_ > 0) receive(answer_patience);
}

std::uint64_t paced_writer::write_at(std::uint64_t per_second, const std::atomic<bool>& stop) {
  const std::uint64_t before = made_;
  pace(per_second / commands_per_message, stop, [&] { send(commands_per_message); },
       [&] { receive(std::chrono::milliseconds(1)); });
  while (under_way_ > 0) receive(answer_patience);
  return made_ - before;
}

void paced_writer::receive(std::chrono::milliseconds patience) {
  std::vector<zmq::socket_t*> sockets;
  for (client& one : connections_) sockets.push_back(&one.socket());
  const std::uint64_t before = under_way_;
  wait_readable(sockets, patience);
  for (client& one : connections_) {
    while (const auto reply = one.receive()) take(*reply);
  }
  if (before > 0 && under_way_ == before && patience == answer_patience) throw violation("no answer within a minute");
}

void paced_writer::take(const std::string& reply) {
  const auto answer = json::parse(reply).as_object();
  if (text(answer, "status") != "accepted") throw violation("a command was answered " + reply);
  --under_way_;
  const std::uint64_t command = std::stoull(text(answer, "id").substr(2));
  const std::lock_guard lock(mutex_);
  ++acknowledged_;
  taken_.notify_all();
  if (command % 2 == 1 || command >= 1'000'000'000) return;
  newest_ = {"p" + std::to_string(command), number(answer, "position")};
}

void paced_writer::await(std::uint64_t commands, const std::atomic<bool>& stop) {
  std::unique_lock lock(mutex_);
  const std::uint64_t enough = acknowledged_ + commands;
  while (acknowledged_ < enough && !stop) taken_.wait_for(lock, std::chrono::milliseconds(100));
}

registered_guest paced_writer::newest() const {
  const std::lock_guard lock(mutex_);
  return newest_;
}

void paced_asker::ask(const registered_guest& guest) {
  const std::string id = "q-" + std::to_string(made_++);
  const json::object query{
      {"id", id}, {"type", "GetGuest"}, {"data", {{"guest", guest.name}}}, {"after", guest.position}};
  open_[id] = {guest.position, clock::now()};
  if (!queries_.send(json::serialize(query))) throw violation("a query could not be sent");
}

void paced_asker::take(const std::string& reply) {
  const auto answer = json::parse(reply).as_object();
  const auto question = open_.find(text(answer, "id"));
  if (question == open_.end()) throw violation("nobody asked for " + reply);
  if (text(answer, "status") != "ok") throw violation("a query was answered " + reply);
  const std::uint64_t at = number(answer, "position");
  if (at < question->second.after) {
    throw violation("after " + std::to_string(question->second.after) + " came " + reply);
  }
  if (at < last_position_) throw violation("position " + std::to_string(last_position_) + " was followed by " + reply);
  last_position_ = at;
  times_.push_back(std::chrono::duration<double, std::milli>(clock::now() - question->second.asked).count());
  open_.erase(question);
}

void paced_asker::ask_at(std::uint64_t per_second, const paced_writer& of, const std::atomic<bool>& stop) {
  const auto receive = [this](std::chrono::milliseconds patience) {
    wait_readable({&queries_.socket()}, patience);
    while (const auto reply = queries_.receive()) take(*reply);
  };
  pace(per_second, stop, [&] { ask(of.newest()); }, [&] { receive(std::chrono::milliseconds(1)); });
  const auto deadline = clock::now() + answer_patience;
  while (!open_.empty() && clock::now() < deadline) receive(std::chrono::milliseconds(100));
  if (!open_.empty()) throw violation(std::to_string(open_.size()) + " queries had no answer");
  std::ranges::sort(times_);
}

}  // namespace jumak::faults
