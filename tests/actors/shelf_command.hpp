#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "actors/messages.hpp"
#include "hosting/hosted_domain.hpp"

namespace jumak::actors::testing {

/// A command as a client would send it; can be sent many times.
struct shelf_command {
  std::string shelf = "a";
  std::string id;
  std::string type;
  std::string data;  ///< JSON text.
  std::optional<std::uint64_t> expected_version = {};
  std::optional<std::int64_t> time = {};     ///< Microseconds.
  std::optional<std::int64_t> expires = {};  ///< Microseconds.

  [[nodiscard]] routed_command routed(const hosting::hosted_domain& domain, std::uint32_t slot) const {
    const auto moment = [](const std::optional<std::int64_t>& micros) -> std::optional<timestamp> {
      if (!micros) return std::nullopt;
      return timestamp(std::chrono::microseconds(*micros));
    };
    routed_command made;
    made.address.slot = slot;
    made.id = command_id::from_text(id).value();
    made.aggregate = aggregate_id::from_text("shelf/" + shelf).value();
    made.kind = domain.find_kind("shelf");
    made.command = made.kind->decode(type, boost::json::parse(data).as_object()).value();
    if (expected_version) made.expected_version = version(*expected_version);
    made.time = moment(time);
    made.expires = moment(expires);
    made.fingerprint = hash128_of(type + data + std::to_string(expected_version.value_or(999)) +
                                  std::to_string(time.value_or(-1)));
    return made;
  }
};

[[nodiscard]] inline shelf_command put(std::string id, const std::string& box) {
  return {.id = std::move(id), .type = "PutBox", .data = R"({"box":")" + box + R"(","kilograms":5})"};
}
[[nodiscard]] inline shelf_command take(std::string id, const std::string& box) {
  return {.id = std::move(id), .type = "TakeBox", .data = R"({"box":")" + box + R"("})"};
}
[[nodiscard]] inline shelf_command back(std::string id, const std::string& box) {
  return {.id = std::move(id), .type = "ReturnBox", .data = R"({"box":")" + box + R"("})"};
}
[[nodiscard]] inline shelf_command rename(std::string id, const std::string& from, const std::string& to) {
  return {.id = std::move(id), .type = "RenameBox", .data = R"({"from":")" + from + R"(","to":")" + to + R"("})"};
}
[[nodiscard]] inline shelf_command weigh(std::string id, const std::string& box, int times) {
  return {.id = std::move(id),
          .type = "WeighBox",
          .data = R"({"box":")" + box + R"(","times":)" + std::to_string(times) + "}"};
}
/// A box of another weight: it decides what comes of a loan that is over.
[[nodiscard]] inline shelf_command put_weighing(std::string id, const std::string& box, int kilograms) {
  return {.id = std::move(id),
          .type = "PutBox",
          .data = R"({"box":")" + box + R"(","kilograms":)" + std::to_string(kilograms) + "}"};
}
[[nodiscard]] inline shelf_command lend(std::string id, const std::string& box, std::int64_t micros) {
  return {.id = std::move(id),
          .type = "LendBox",
          .data = R"({"box":")" + box + R"(","micros":)" + std::to_string(micros) + "}"};
}
[[nodiscard]] inline shelf_command lose(std::string id, const std::string& box) {
  return {.id = std::move(id), .type = "LoseBox", .data = R"({"box":")" + box + R"("})"};
}
[[nodiscard]] inline shelf_command write_note(std::string id, int letters) {
  return {.id = std::move(id), .type = "NoteShelf", .data = R"({"letters":)" + std::to_string(letters) + "}"};
}

}  // namespace jumak::actors::testing
