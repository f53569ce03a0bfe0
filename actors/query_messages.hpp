#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "net/event_feed.hpp"
#include "net/request.hpp"
#include "wire/json.hpp"
#include "wire/request.hpp"

/// What travels between the actors of the query side.
namespace jumak::actors {

/// A well-formed query on its way to the views.
struct routed_query {
  net::reply_address address;
  std::string id;
  std::string type;
  wire::json_object data;
  std::optional<wire::read_position> after;
  std::chrono::steady_clock::time_point deadline;
};

struct query_batch {
  std::vector<routed_query> queries;
  std::chrono::steady_clock::time_point now;
};
using query_batch_ptr = std::shared_ptr<query_batch>;

/// Commits the feed delivered, in log order.
struct fed_commits {
  std::vector<net::fed_commit> commits;
};
using fed_commits_ptr = std::shared_ptr<const fed_commits>;

/// News from the feed other than commits; what is absent has not changed.
struct feed_state {
  std::optional<log_head> head;
  std::optional<std::string> status;
  std::optional<std::string> diverged;
};
using feed_state_ptr = std::shared_ptr<const feed_state>;

}  // namespace jumak::actors
