#include "bench/zmtp.hpp"

#include <cstdint>

namespace jumak::bench::zmtp {

namespace {

constexpr unsigned char flag_more = 1;
constexpr unsigned char flag_long = 2;
constexpr unsigned char flag_command = 4;

void append_header(std::string& out, std::size_t size, unsigned char flags) {
  if (size < 256) {
    out.push_back(static_cast<char>(flags));
    out.push_back(static_cast<char>(size));
    return;
  }
  out.push_back(static_cast<char>(flags | flag_long));
  for (int shift = 56; shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(size) >> shift));
}

std::string command(std::string_view name, std::string_view data) {
  std::string out;
  append_header(out, 1 + name.size() + data.size(), flag_command);
  out.push_back(static_cast<char>(name.size()));
  return out.append(name).append(data);
}

void append_property(std::string& out, std::string_view name, std::string_view value) {
  out.push_back(static_cast<char>(name.size()));
  out.append(name).append(3, '\0');
  out.push_back(static_cast<char>(value.size()));
  out.append(value);
}

}  // namespace

std::string greeting() {
  std::string out("\xFF\0\0\0\0\0\0\0\0\x7F\x03\x01NULL", 16);
  out.resize(greeting_size, '\0');
  return out;
}

std::string ready() {
  std::string properties;
  append_property(properties, "Socket-Type", "DEALER");
  append_property(properties, "Identity", "");
  return command("READY", properties);
}

void append_frame(std::string& out, std::string_view body, bool more) {
  append_header(out, body.size(), more ? flag_more : 0);
  out.append(body);
}

std::optional<frame> read_frame(std::string_view bytes) noexcept {
  if (bytes.size() < 2) return std::nullopt;
  const auto flags = static_cast<unsigned char>(bytes[0]);
  const std::size_t header = (flags & flag_long) != 0 ? 9 : 2;
  if (bytes.size() < header) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t place = 1; place < header; ++place)
    size = size << 8 | static_cast<unsigned char>(bytes[place]);
  if (bytes.size() - header < size) return std::nullopt;
  return frame{bytes.substr(header, size), (flags & flag_more) != 0, (flags & flag_command) != 0,
               header + size};
}

std::string answer_to(std::string_view body) {
  constexpr std::string_view ping("\x04PING", 5);
  constexpr std::size_t ttl_size = 2;
  if (!body.starts_with(ping) || body.size() < ping.size() + ttl_size) return {};
  return command("PONG", body.substr(ping.size() + ttl_size));
}

}  // namespace jumak::bench::zmtp
