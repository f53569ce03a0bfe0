#include "bench/view_lag.hpp"

#include "bench/connections.hpp"
#include "bench/failure.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <optional>
#include <thread>

namespace jumak::bench {

namespace {

using steady = std::chrono::steady_clock;
namespace json = boost::json;

constexpr std::chrono::seconds answer_patience{10};
constexpr std::chrono::seconds catch_up_patience{30};
constexpr std::chrono::milliseconds between_questions{2};

struct status {
  std::uint64_t head = 0;
  std::uint64_t lag = 0;
  /// Of the view furthest behind.
  std::uint64_t position = 0;
};

class answer_sink final : public frame_sink {
 public:
  std::optional<std::string> answer;
  void on_frame(std::size_t /*connection*/, std::string_view frame, bool /*last*/) override {
    answer = frame;
  }
};

status read_status(const std::string& answer) {
  try {
    const json::value reply = json::parse(answer);
    const json::object& data = reply.at("data").as_object();
    status result{data.at("head").to_number<std::uint64_t>(), 0, UINT64_MAX};
    for (const json::value& view : data.at("views").as_array()) {
      result.lag = std::max(result.lag, view.at("lag").to_number<std::uint64_t>());
      result.position = std::min(result.position, view.at("position").to_number<std::uint64_t>());
    }
    if (result.position == UINT64_MAX) throw failure("The server has no views.");
    return result;
  } catch (const failure&) {
    throw;
  } catch (const std::exception& error) {
    throw failure("GetSystemStatus was answered with " + answer.substr(0, 500) + " (" +
                  error.what() + ").");
  }
}

status ask(connections& peer) {
  peer.send(0, R"({"id":"bench-status","type":"GetSystemStatus","data":{}})", true);
  answer_sink sink;
  const auto deadline = steady::now() + answer_patience;
  while (!sink.answer && steady::now() < deadline)
    peer.exchange(std::chrono::milliseconds{100}, sink);
  if (!sink.answer) throw failure("GetSystemStatus was not answered within 10 s.");
  return read_status(*sink.answer);
}

}  // namespace

view_lag measure_view_lag(const std::string& queries, std::uint64_t position) {
  const auto start = steady::now();
  const auto peer = connect(client_kind::zmtp, queries, 1);
  status now = ask(*peer);
  view_lag result{now.head, now.lag, position - std::min(position, now.position), 0, false};
  while (now.position < position && steady::now() - start < catch_up_patience) {
    std::this_thread::sleep_for(between_questions);
    now = ask(*peer);
  }
  result.caught_up = now.position >= position;
  result.catch_up_ms = std::chrono::duration<double, std::milli>(steady::now() - start).count();
  return result;
}

}  // namespace jumak::bench
