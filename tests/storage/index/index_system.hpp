#pragma once

#include <memory>
#include <string>
#include <vector>

#include "storage/index/facts_reader.hpp"
#include "storage/index/index_fold.hpp"
#include "storage/index/index_restore.hpp"
#include "storage/index/shard_index.hpp"
#include "tests/storage/index/index_world.hpp"

namespace jumak::storage {

/// The whole index over a log as a server would drive it, one step at a time, and without a thread.
class index_system {
 public:
  struct options {
    std::filesystem::path folder;
    std::uint32_t shards = 1;
    shard_index_options shard;
    index_fold_options fold;
  };

  index_system(const log& log, options chosen);

  /// Stops as by kill -9 and starts again.
  void restart();
  /// Gives the shards what the log has since.
  void follow();
  /// Gives the fold up to `commits` of the log's next commits.
  void fold(std::size_t commits);

  [[nodiscard]] run_store& store() { return *store_; }
  [[nodiscard]] shard_index& shard(std::string_view aggregate);
  [[nodiscard]] bool was_discarded() const { return discarded_; }

  /// What somebody learns who asks the shard and then, if told so, the runs.
  [[nodiscard]] stream_fact fact(std::string_view aggregate, std::string_view suffix);
  [[nodiscard]] std::optional<found_record> record(std::string_view aggregate, std::string_view id);
  [[nodiscard]] std::vector<record_place> places(std::string_view aggregate, commit_key after = {});
  [[nodiscard]] std::vector<index_world::told_event> events(std::string_view aggregate);

 private:
  const log& log_;
  options options_;
  std::unique_ptr<run_store> store_;
  std::unique_ptr<index_fold> fold_;
  std::vector<std::unique_ptr<shard_index>> shards_;
  commit_key followed_;
  bool discarded_ = false;
};

/// Expects every answer of the system to be that of the naive maps.
void expect_equal(index_system& system, const index_world& world, id_horizon horizon);

}  // namespace jumak::storage
