#pragma once

#include <filesystem>
#include <string>

namespace jumak::bench {

/// The second baseline: the simplest correct server one can write. One thread polls a ROUTER,
/// drains what is there, decodes each command, makes one synced RocksDB write (one key) of all it
/// drained, and answers. It knows no rules, no ids, no index, no feed and no views: what a real
/// server costs beyond it, it costs for those. Keeps its database in `folder`, which must exist.
/// Runs until SIGTERM or SIGINT. Throws `failure` when the disk does.
void run_baseline_server(const std::string& address, const std::filesystem::path& folder);

}  // namespace jumak::bench
