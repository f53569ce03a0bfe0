#pragma once

#include "core/commit.hpp"
#include "net/frame.hpp"

namespace jumak::net {

/// A commit as it came over the network, verified. The view points into the bytes, which do not move.
struct fed_commit {
  frame bytes;
  commit_view view;
};

/// Verifies what came. Errors: as commit_view::parse.
[[nodiscard]] result<fed_commit> read_fed_commit(frame&& bytes);

}  // namespace jumak::net
