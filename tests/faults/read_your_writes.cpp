#include "tests/faults/read_your_writes.hpp"

#include <vector>

#include "tests/faults/client.hpp"
#include "tests/faults/server_pair.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;
using clock = std::chrono::steady_clock;

/// One client: its guest, what it wrote last and where.
struct writer {
  std::uint64_t written = 0;
  std::uint64_t position = 0;
};

class exchange {
 public:
  exchange(const read_your_writes_options& options, const addresses& where)
      : options_(options),
        commands_(context_, where.commands),
        queries_(context_, where.queries),
        writers_(options.clients) {}

  json::object run() {
    const auto begin = clock::now();
    for (std::uint64_t index = 0; index < writers_.size(); ++index) write(index);
    while (done_ < options_.tries) {
      wait_readable({&commands_.socket(), &queries_.socket()}, std::chrono::seconds(60));
      const auto before = progress_;
      while (const auto reply = commands_.receive()) take_write(*reply);
      while (const auto reply = queries_.receive()) take_read(*reply);
      if (progress_ == before) throw violation("no answer within a minute");
    }
    const std::chrono::duration<double> took = clock::now() - begin;
    return {{"tries", done_},
            {"clients", options_.clients},
            {"seed", options_.seed},
            {"seconds", took.count()},
            {"tries_per_second", static_cast<double>(done_) / took.count()},
            {"answers_beyond_the_write", newer_}};
  }

 private:
  /// The content of a write tells its writer and number, so that a stale answer cannot look right.
  std::string name(std::uint64_t index) const {
    return "Guest " + std::to_string(index) + " of " + std::to_string(options_.seed) + ", " +
           std::to_string(writers_[index].written);
  }

  void write(std::uint64_t index) {
    auto& one = writers_[index];
    ++one.written;
    const std::string number = std::to_string(index);
    send(commands_, {{"id", number + ":" + std::to_string(one.written)},
                     {"type", one.written == 1 ? "RegisterGuest" : "UpdateGuest"},
                     {"aggregate", "guest/g" + number},
                     {"data", {{"full_name", name(index)}}}});
  }

  void take_write(const std::string& reply) {
    const auto answer = json::parse(reply).as_object();
    if (text(answer, "status") != "accepted") throw violation("a write was answered " + reply);
    const auto index = std::stoull(text(answer, "id"));
    writers_[index].position = number(answer, "position");
    send(queries_, {{"id", std::to_string(index)},
                    {"type", "GetGuest"},
                    {"data", {{"guest", "g" + std::to_string(index)}}},
                    {"after", writers_[index].position},
                    {"timeout_ms", 30'000}});
  }

  void take_read(const std::string& reply) {
    const auto answer = json::parse(reply).as_object();
    if (text(answer, "status") != "ok") throw violation("a read was answered " + reply);
    const auto index = std::stoull(text(answer, "id"));
    const auto position = number(answer, "position");
    if (position < writers_[index].position ||
        text(answer.at("data").as_object(), "full_name") != name(index))
      throw violation("after " + name(index) + " at " + std::to_string(writers_[index].position) +
                      " came " + reply);
    if (position > writers_[index].position) ++newer_;
    ++done_;
    write(index);
  }

  void send(client& to, const json::object& request) {
    ++progress_;
    const std::string frame = json::serialize(request);
    while (!to.send(frame)) {  // Right after the start the connection may still be on its way.
      zmq::pollitem_t item{to.socket().handle(), 0, ZMQ_POLLOUT, 0};
      if (zmq::poll(&item, 1, std::chrono::seconds(60)) != 1) throw violation("nobody is there");
    }
  }

  read_your_writes_options options_;
  zmq::context_t context_;
  client commands_;
  client queries_;
  std::vector<writer> writers_;
  std::uint64_t done_ = 0;
  std::uint64_t newer_ = 0;
  std::uint64_t progress_ = 0;
};

}  // namespace

json::object read_your_writes(const read_your_writes_options& options) {
  std::filesystem::create_directories(options.folder);
  server_pair pair(options.server, options.folder);
  pair.start_commands();
  pair.start_queries();
  pair.wait_commands();
  pair.wait_queries();
  return exchange(options, pair.where()).run();
}

}  // namespace jumak::faults
