#pragma once

#include <map>
#include <string>
#include <vector>

#include "net/request.hpp"

namespace jumak::actors::testing {

/// Keeps what an endpoint would send, by slot.
class kept_replies final : public net::reply_sink {
 public:
  void reply(net::reply_address to, std::string_view json) override { texts[to.slot].emplace_back(json); }
  void reply(net::reply_address to, std::span<const std::string_view> frames) override {
    for (const std::string_view frame : frames) texts[to.slot].emplace_back(frame);
  }
  /// The only frame that was sent to the slot.
  [[nodiscard]] std::string only(std::uint32_t slot) const {
    const auto found = texts.find(slot);
    return found == texts.end() || found->second.size() != 1 ? "not one reply" : found->second.front();
  }

  std::map<std::uint32_t, std::vector<std::string>> texts;
};

/// A request with this body.
[[nodiscard]] inline net::request request_with(std::uint32_t slot, std::string_view body,
                                               net::request_verdict verdict = net::request_verdict::ok) {
  net::request made;
  made.address.slot = slot;
  made.verdict = verdict;
  made.body = net::frame(body);
  return made;
}

}  // namespace jumak::actors::testing
