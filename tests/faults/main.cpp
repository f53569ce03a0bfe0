// jumak-faults: breaks a server on purpose and checks what it promised. See docs/promises.md.

#include <exception>
#include <iostream>
#include <map>
#include <random>
#include <vector>

#include "tests/faults/answers.hpp"
#include "tests/faults/kill_loop.hpp"
#include "tests/faults/read_your_writes.hpp"
#include "tests/faults/views_rebuild.hpp"

namespace {

using namespace jumak::faults;

constexpr const char* usage =
    R"(jumak-faults kill --server PATH --folder DIR [--cycles N] [--seed S] [--canary folder|log]
jumak-faults read-your-writes --server PATH --folder DIR [--tries N] [--clients N] [--seed S]
jumak-faults views-rebuild --server PATH --folder DIR [--events N] [--commands-per-second N]
                           [--queries-per-second N] [--rebuilds N]
jumak-faults answers --queries ADDRESS --history ADDRESS --out FILE

kill              kills the sides of a server under load and checks what it had promised
read-your-writes  asks for each write right after it, with its position
views-rebuild     rebuilds the views under load, checks every answer, and compares the hashes with
                  those of a fresh fold
answers           recounts the whole history, then writes what the views answer about all that is
                  in it, to be compared between servers

Exit codes: 0 every promise held; 1 one did not; 2 usage.
)";

using options = std::map<std::string, std::string>;

options read_options(int count, char** words) {
  options read;
  for (int index = 2; index + 1 < count; index += 2) {
    const std::string name = words[index];
    if (!name.starts_with("--")) throw std::invalid_argument(name);
    read[name.substr(2)] = words[index + 1];
  }
  return read;
}

std::uint64_t number_or(const options& given, const std::string& name, std::uint64_t otherwise) {
  const auto found = given.find(name);
  return found == given.end() ? otherwise : std::stoull(found->second);
}

boost::json::object kill(const options& given, std::uint64_t seed) {
  kill_options chosen;
  chosen.server = given.at("server");
  chosen.folder = given.at("folder");
  chosen.cycles = number_or(given, "cycles", 1'000);
  chosen.seed = seed;
  if (const auto canary = given.find("canary"); canary != given.end())
    chosen.canary = canary->second == "log" ? put_back::log_only : put_back::folder;
  return run_kill_loop(chosen);
}

boost::json::object read(const options& given, std::uint64_t seed) {
  return read_your_writes({given.at("server"), given.at("folder"),
                           number_or(given, "tries", 100'000), number_or(given, "clients", 64),
                           seed});
}

boost::json::object rebuild(const options& given, std::uint64_t) {
  views_rebuild_options chosen;
  chosen.server = given.at("server");
  chosen.folder = given.at("folder");
  chosen.events = number_or(given, "events", chosen.events);
  chosen.commands_per_second =
      number_or(given, "commands-per-second", chosen.commands_per_second);
  chosen.queries_per_second = number_or(given, "queries-per-second", chosen.queries_per_second);
  chosen.rebuilds = number_or(given, "rebuilds", chosen.rebuilds);
  return run_views_rebuild(chosen);
}

boost::json::object answers(const options& given, std::uint64_t) {
  return write_answers(given.at("queries"), given.at("history"), given.at("out"));
}

using task = boost::json::object (*)(const options&, std::uint64_t);
const std::map<std::string, std::pair<task, std::vector<std::string>>> tasks{
    {"kill", {kill, {"server", "folder"}}},
    {"read-your-writes", {read, {"server", "folder"}}},
    {"views-rebuild", {rebuild, {"server", "folder"}}},
    {"answers", {answers, {"queries", "history", "out"}}}};

}  // namespace

int main(int count, char** words) {
  options given;
  std::uint64_t seed = std::random_device()();
  task chosen = nullptr;
  try {
    given = read_options(count, words);
    seed = number_or(given, "seed", seed);
    const auto& [run, needed] = tasks.at(count > 1 ? words[1] : "");
    for (const auto& name : needed) given.at(name);
    chosen = run;
  } catch (const std::exception&) {
    std::cerr << usage;
    return 2;
  }
  try {
    std::cout << chosen(given, seed) << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "jumak-faults: seed " << seed << ": " << error.what() << '\n';
    return 1;
  }
}
