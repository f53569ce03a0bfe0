#include "tests/faults/server_pair.hpp"

namespace jumak::faults {
namespace {

constexpr std::chrono::seconds start_patience{60};

}  // namespace

server_pair::server_pair(std::filesystem::path program, std::filesystem::path folder)
    : program_(std::move(program)), folder_(std::move(folder)) {}

addresses server_pair::where() const {
  const auto socket = [this](const char* name) { return "ipc://" + (folder_ / name).string(); };
  return {socket("commands"), socket("queries"), socket("events"), socket("history")};
}

std::vector<std::string> server_pair::arguments(const char* role) const {
  const auto at = where();
  return {program_,    "serve",     "--role",   role,       "--data",  data(),      "--commands",
          at.commands, "--queries", at.queries, "--events", at.events, "--history", at.history};
}

void server_pair::start_commands() {
  commands_ = std::make_unique<child_process>(arguments("command"), folder_ / "command.log");
}

void server_pair::start_queries() {
  queries_ = std::make_unique<child_process>(arguments("query"), folder_ / "query.log");
}

std::uint64_t server_pair::wait_commands() {
  return number(commands_->ready(start_patience), "position");
}

void server_pair::wait_queries() { queries_->ready(start_patience); }

}  // namespace jumak::faults
