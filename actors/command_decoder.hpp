#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "actors/admission.hpp"
#include "actors/messages.hpp"
#include "hosting/hosted_domain.hpp"
#include "wire/json.hpp"

namespace jumak::actors {

struct command_decoder_options {
  bool allow_backdating = false;
  std::uint32_t retry_after_ms = 50;
};

/// Turns frames of the command endpoint into commands, and words the answers to those that are none. Holds no state
/// of its own: one serves all threads. `domain` and `doors` must outlive it.
class command_decoder {
 public:
  command_decoder(const hosting::hosted_domain& domain, const admission& doors, command_decoder_options options);

  /// The good commands among `requests`, in their order, or null when there is none; for the others, answers are
  /// appended.
  [[nodiscard]] command_batch_ptr decode(std::span<const net::request> requests, timestamp clock,
                                         std::vector<ready_reply>& answers) const;
  /// The answer to a request that the endpoint judged by itself: its verdict is not `ok`.
  [[nodiscard]] std::string refuse(const net::request& request) const;

 private:
  result<routed_command> read(const net::request& request, std::optional<std::string>& id) const;
  result<routed_command> decode(const wire::json_value& json) const;

  const hosting::hosted_domain& domain_;
  const admission& doors_;
  command_decoder_options options_;
};

}  // namespace jumak::actors
