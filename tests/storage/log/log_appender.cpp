// log_appender FOLDER SEED: opens the log in FOLDER and appends until it is killed. Says on stdout, after
// each durable append, "<commit number> <position> <hash>" of its last commit.

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <random>

#include "storage/log/rocksdb_log.hpp"
#include "tests/storage/log/commit_maker.hpp"

namespace {

using namespace jumak;
using namespace jumak::storage;

void say(const log_head& head) {
  const std::string line = std::to_string(head.last_commit.value()) + " " +
                           std::to_string(head.head().value()) + " " + to_text(head.last_hash) +
                           "\n";
  // One write, so that a kill cannot cut a line in two.
  if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) std::exit(1);
}

int append_for_ever(const std::string& folder, std::uint64_t seed) {
  const auto data = data_folder::open(folder);
  if (!data) {
    std::cerr << data.error().message << '\n';
    return 2;
  }
  rocksdb_log_options options;
  options.write_buffer_bytes = 256 * 1024;  // So that kills also meet new WAL files and tables.
  const auto log = open_rocksdb_log(*data, options);
  if (!log) {
    std::cerr << log.error().message << '\n';
    return 2;
  }
  std::mt19937_64 random(seed);
  while (true) {
    log_head head = (*log)->head();
    if ((*log)->append(make_commits(head, 1 + random() % 20, random())) != append_outcome::durable)
      return 3;
    say((*log)->head());
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  return append_for_ever(arguments[1], std::strtoull(arguments[2], nullptr, 10));
}
