#include "bench/failure.hpp"
#include "bench/load.hpp"

#include <charconv>

namespace jumak::bench {

namespace {

constexpr std::size_t in_flight_max = 100'000 - 1;
constexpr std::size_t commands_a_message_max = 1'024;

}  // namespace

std::string load_shape::name() const {
  const std::string base = std::to_string(connections) + "x" + std::to_string(messages);
  return commands == 1 ? base : base + "x" + std::to_string(commands);
}

load_shape load_shape::parse(const std::string& name) {
  load_shape shape;
  const char* at = name.data();
  const char* const end = at + name.size();
  std::size_t parts = 0;
  for (std::size_t* const part : {&shape.connections, &shape.messages, &shape.commands}) {
    const auto [behind, error] = std::from_chars(at, end, *part);
    if (error != std::errc{} || *part == 0 || *part > in_flight_max) break;
    ++parts;
    at = behind;
    if (at == end || *at != 'x') break;
    ++at;
  }
  if (at != end || name.ends_with('x') || parts < 2 || shape.commands > commands_a_message_max ||
      shape.in_flight() > in_flight_max)
    throw failure("\"" + name +
                  "\" is no row: write CONNECTIONSxMESSAGES or CONNECTIONSxMESSAGESxCOMMANDS, " +
                  "at most " + std::to_string(in_flight_max) + " in flight.");
  return shape;
}

}  // namespace jumak::bench
