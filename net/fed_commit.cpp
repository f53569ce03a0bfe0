#include "net/fed_commit.hpp"

#include <utility>

namespace jumak::net {

result<fed_commit> read_fed_commit(frame&& bytes) {
  // A commit is longer than the frames whose bytes move, so the view stays good.
  fed_commit commit;
  commit.bytes = std::move(bytes);
  auto view = commit_view::parse(commit.bytes.text());
  if (!view) return tl::unexpected(std::move(view).error());
  commit.view = *view;
  return commit;
}

}  // namespace jumak::net
