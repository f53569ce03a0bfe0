#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

#include "served_ledger.hpp"

/// Many clients move money at random; what the log says afterwards is added up by somebody who knows no rule.
namespace ledger {
namespace {

namespace json = boost::json;

constexpr int accounts = 100;
constexpr std::int64_t overdraft = 1'000;  ///< Of each; so money can move, and often cannot.
constexpr int clients = 8;
constexpr int in_flight = 64;

struct counts {
  std::atomic<std::uint64_t> accepted = 0;
  std::atomic<std::uint64_t> refused = 0;
};

std::string account(int number) { return "a-" + std::to_string(number); }

json::object command(const std::string& id, std::string_view type, json::object data) {
  return {{"id", id}, {"type", type}, {"aggregate", "ledger/main"}, {"data", std::move(data)}};
}

void open_accounts(const std::string& address) {
  client opens(address);
  for (int number = 0; number < accounts; ++number) {
    const json::object data{{"account", account(number)}, {"overdraft", overdraft}};
    ASSERT_EQ(opens.ask(command("open-" + account(number), "OpenAccount", data)).at("status"), "accepted");
  }
}

/// One client: so many transfers, always some under way.
void transfer(const std::string& address, int who, int count, std::uint32_t seed, counts& seen) {
  client sends(address);
  std::mt19937 random(seed + static_cast<std::uint32_t>(who));
  int sent = 0;
  for (int answered = 0; answered < count;) {
    for (; sent < count && sent - answered < in_flight; ++sent) {
      const int from = static_cast<int>(random() % accounts);
      const int to = static_cast<int>((from + 1 + random() % (accounts - 1)) % accounts);
      const json::object data{{"from", account(from)}, {"to", account(to)}, {"amount", 1 + random() % 500}};
      sends.send(command("t-" + std::to_string(who) + "-" + std::to_string(sent), "Transfer", data));
    }
    const json::object answer = sends.receive();
    ++answered;
    if (answer.at("status") == "accepted") {
      ++seen.accepted;
    } else {
      ASSERT_EQ(answer.at("error").at("code"), "insufficient_funds") << json::serialize(answer);
      ++seen.refused;
    }
  }
}

/// The balances after every event that `ledger tail` prints.
struct sums {
  std::map<std::string, std::int64_t, std::less<>> balances;
  std::uint64_t transfers = 0;
  std::uint64_t position = 0;

  void add(const json::object& event) {
    ++position;
    ASSERT_EQ(event.at("id").as_string(), std::to_string(position)) << "an event is missing";
    const json::object& data = event.at("data").as_object();
    if (event.at("type") == "AccountOpened") {
      balances[std::string(data.at("account").as_string())] = 0;
      return;
    }
    ASSERT_EQ(event.at("type"), "MoneyTransferred");
    ++transfers;
    const std::string giver(data.at("from").as_string());
    balances[giver] -= data.at("amount").to_number<std::int64_t>();
    balances[std::string(data.at("to").as_string())] += data.at("amount").to_number<std::int64_t>();
    ASSERT_GE(balances[giver], -overdraft) << giver << " is overdrawn at position " << position;
    const auto add_up = [](std::int64_t sum, const auto& entry) { return sum + entry.second; };
    ASSERT_EQ(std::accumulate(balances.begin(), balances.end(), std::int64_t{0}, add_up), 0) << position;
  }
};

sums read_log(const served_ledger& server) {
  const std::string line = "'" LEDGER "' tail ledger/main/ --no-follow --json --events " + server.address("events") +
                           " --history " + server.address("history");
  FILE* output = popen(line.c_str(), "r");
  sums read;
  std::vector<char> event(64 * 1024);
  while (!testing::Test::HasFatalFailure() && std::fgets(event.data(), static_cast<int>(event.size()), output)) {
    read.add(json::parse(event.data()).as_object());
  }
  EXPECT_EQ(pclose(output), 0);
  return read;
}

void compare_balances(const served_ledger& server, const sums& read) {
  client asks(server.address("queries"));
  for (const auto& [which, balance] : read.balances) {
    const json::object answer = asks.ask({{"id", "q"}, {"type", "GetBalance"}, {"after", read.position},
                                          {"data", {{"ledger", "main"}, {"account", which}}}});
    ASSERT_EQ(answer.at("data").at("balance").to_number<std::int64_t>(), balance) << json::serialize(answer);
  }
}

TEST(ServedLedger, SumsToZeroAtEveryPosition) {
  const char* wanted = std::getenv("LEDGER_TRANSFERS");
  const int count = (wanted == nullptr ? 100'000 : std::atoi(wanted)) / clients;
  const std::uint32_t seed = std::random_device{}();
  std::cout << "seed " << seed << '\n';
  served_ledger server;
  open_accounts(server.address("commands"));
  counts seen;
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> threads;
  for (int who = 0; who < clients; ++who) {
    threads.emplace_back([&, who] { transfer(server.address("commands"), who, count, seed, seen); });
  }
  for (std::thread& thread : threads) thread.join();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::cout << seen.accepted << " accepted, " << seen.refused << " refused in " << took.count() << " s\n";
  ASSERT_EQ(seen.accepted + seen.refused, static_cast<std::uint64_t>(count) * clients);
  EXPECT_GT(seen.refused, 0U) << "a ledger that refuses nothing proves nothing";

  const sums read = read_log(server);
  EXPECT_EQ(read.transfers, seen.accepted);
  compare_balances(server, read);
  EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace ledger
