#pragma once

#include "bench/histogram.hpp"

#include <chrono>
#include <filesystem>

namespace jumak::bench {

/// How long appending 280 bytes (the size of an event) and fdatasync take on this disk, one after
/// the other, for so long. The floor under every durable answer to a single client. Leaves nothing
/// behind in `folder`.
[[nodiscard]] histogram probe_disk(const std::filesystem::path& folder,
                                   std::chrono::milliseconds duration);

}  // namespace jumak::bench
