#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "core/commit.hpp"
#include "core/error.hpp"
#include "storage/log/head_file.hpp"

namespace rocksdb {
class DB;
}

/// What an open must see before the log may be served: RocksDB alone does not notice a WAL file that is
/// gone, nor a log that somebody put back from earlier.
namespace jumak::storage {

/// Names of the tables in the folder of a database, to tell those that its recovery adds.
[[nodiscard]] result<std::set<std::string>> tables_in(const std::filesystem::path& path);

/// Proves that
///   1. from table to table no commit is missing (from the manifest alone, however long the log);
///   2. the chain holds over all that is at or after `mark` or in a table that is not among `before`,
///      which is what the WAL held, with the commit in front of it;
///   3. the commit of `mark` is there and the same.
/// Returns where the log ends: number 0 when it is empty. Errors: corrupt, newer_format, io_failed.
[[nodiscard]] result<log_head> prove_log(rocksdb::DB& database, const std::set<std::string>& before,
                                         const head_mark& mark);

}  // namespace jumak::storage
