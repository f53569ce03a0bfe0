#pragma once

#include <filesystem>
#include <map>
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

/// Tables that lie in the folder of a database before it opens: name and when written, for a recovery
/// may write again under the name of a table that a killed one left unfinished.
using tables_seen = std::map<std::string, std::filesystem::file_time_type>;
[[nodiscard]] result<tables_seen> tables_in(const std::filesystem::path& path);

/// Proves that
///   1. from table to table no commit is missing (from the manifest alone, however long the log);
///   2. the chain holds over all that is at or after `mark` or in a table that is not as it was `before`
///      the database at `path` opened, which is what the WAL held, with the commit in front of it;
///   3. the commit of `mark` is there and the same.
/// Returns where the log ends: number 0 when it is empty. Errors: corrupt, newer_format, io_failed.
[[nodiscard]] result<log_head> prove_log(rocksdb::DB& database, const std::filesystem::path& path,
                                         const tables_seen& before, const head_mark& mark);

}  // namespace jumak::storage
