#include "bench/sample_reply.hpp"

#include <charconv>

namespace jumak::bench {

std::string accepted_reply(std::string_view id, std::string_view event, std::string_view stream,
                           std::uint64_t position) {
  char digits[20];
  const std::string_view place(digits, std::to_chars(digits, digits + sizeof digits, position).ptr);
  std::string reply;
  reply.reserve(160 + id.size() + event.size() + stream.size());
  reply.append(R"({"id":")")
      .append(id)
      .append(R"(","status":"accepted","position":)")
      .append(place);
  reply.append(R"(,"duplicate":false,"events":[{"type":")")
      .append(event)
      .append(R"(","stream":")")
      .append(stream);
  reply.append(R"(","version":1,"position":)").append(place).append("}]}");
  return reply;
}

}  // namespace jumak::bench
