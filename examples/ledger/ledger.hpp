#pragma once

#include <jumak/core/names.hpp>
#include <jumak/core/plain_decider.hpp>

/// A double-entry ledger. `ledger/<name>` is one consistency boundary: what one account gives another takes, in
/// one event, so the sum of all balances is 0 at every position. Each account and each hold has its own stream.
namespace ledger {

using jumak::name;
using money = jumak::bounded_integer<struct money_tag, 1, 1'000'000'000'000>;
using overdraft = jumak::bounded_integer<struct overdraft_tag, 0, 1'000'000'000'000>;
using lifetime = jumak::bounded_integer<struct lifetime_tag, 1, 604'800>;

// Commands, each with what it may be refused with, in the order of the checks.
struct open_account {
  static constexpr std::string_view type = "OpenAccount";
  static constexpr jumak::rejection_codes<1> rejections{"already_exists"};
  name account;
  ledger::overdraft overdraft;  ///< How far below 0 its balance may go.
};
BOOST_DESCRIBE_STRUCT(open_account, (), (account, overdraft))

struct transfer {
  static constexpr std::string_view type = "Transfer";
  static constexpr jumak::rejection_codes<3> rejections{"same_account", "unknown_account", "insufficient_funds"};
  name from, to;
  money amount;
};
BOOST_DESCRIBE_STRUCT(transfer, (), (from, to, amount))

struct place_hold {
  static constexpr std::string_view type = "PlaceHold";
  static constexpr jumak::rejection_codes<4> rejections{"already_exists", "same_account", "unknown_account", "insufficient_funds"};
  name hold, from, to;
  money amount;  ///< Set aside, and free again after so many seconds.
  lifetime seconds;
};
BOOST_DESCRIBE_STRUCT(place_hold, (), (hold, from, to, amount, seconds))

struct capture_hold {
  static constexpr std::string_view type = "CaptureHold";
  static constexpr jumak::rejection_codes<3> rejections{"unknown_hold", "hold_closed", "more_than_held"};
  name hold;
  std::optional<money> amount;  ///< All of it when left out; what is over is free again.
};
BOOST_DESCRIBE_STRUCT(capture_hold, (), (hold, amount))

struct expire_hold {
  static constexpr std::string_view type = "ExpireHold";  // The engine's own, when the time is up.
  static constexpr bool engine_only = true;
  name hold;
};
BOOST_DESCRIBE_STRUCT(expire_hold, (), (hold))

using command = std::variant<open_account, transfer, place_hold, capture_hold, expire_hold>;

// Events.
struct account_opened {
  static constexpr std::string_view type = "AccountOpened";
  static constexpr unsigned schema = 1;
  name account;
  ledger::overdraft overdraft;
};
BOOST_DESCRIBE_STRUCT(account_opened, (), (account, overdraft))

struct money_transferred {
  static constexpr std::string_view type = "MoneyTransferred";
  static constexpr unsigned schema = 1;
  name from, to;
  money amount;
};
BOOST_DESCRIBE_STRUCT(money_transferred, (), (from, to, amount))

struct hold_placed {
  static constexpr std::string_view type = "HoldPlaced";
  static constexpr unsigned schema = 1;
  name hold, from, to;
  money amount;
  jumak::timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(hold_placed, (), (hold, from, to, amount, expires_at))

/// It was captured, if the same command transferred, else it expired.
struct hold_ended {
  static constexpr std::string_view type = "HoldEnded";
  static constexpr unsigned schema = 1;
  name hold, from;
  money held;
};
BOOST_DESCRIBE_STRUCT(hold_ended, (), (hold, from, held))

using event = std::variant<account_opened, money_transferred, hold_placed, hold_ended>;

// State. A hold that ended is forgotten; that its name was used, the engine knows.
struct account {
  jumak::version at;
  std::int64_t overdraft = 0, balance = 0, held = 0;
};
BOOST_DESCRIBE_STRUCT(account, (), (at, overdraft, balance, held))

struct state {
  std::map<name, account> accounts;
  std::map<name, hold_placed> holds;
};
BOOST_DESCRIBE_STRUCT(state, (), (accounts, holds))

using decided = jumak::decision<event>;
inline decided accept(event happened) { return std::vector<event>{std::move(happened)}; }

/// Every rule and every refusal, one function a command.
struct rules {
  const state& now;
  const jumak::stream_facts& facts;
  const jumak::decision_context& context;

  /// `happened`, if that much money can go from one account to the other now.
  decided if_covered(const name& from, const name& to, money amount, event happened) const {
    if (from == to) return jumak::reject("same_account", "Both accounts are " + from.text() + ".");
    for (const name& id : {from, to})
      if (!now.accounts.contains(id)) return jumak::reject("unknown_account", "There is no " + id.text() + ".");
    const account& giver = now.accounts.at(from);
    const std::int64_t free = giver.balance - giver.held + giver.overdraft;
    if (amount.integer() <= free) return accept(std::move(happened));
    return jumak::reject("insufficient_funds", from.text() + " lacks the money.", {{"free", free}});
  }
  bool used(const name& hold) const { return facts.version_of("hold/" + hold.text()) > jumak::version(); }

  decided operator()(const open_account& asked) const {
    if (now.accounts.contains(asked.account)) return jumak::reject("already_exists", "This account is open.");
    return accept(account_opened{asked.account, asked.overdraft});
  }
  decided operator()(const transfer& asked) const {
    return if_covered(asked.from, asked.to, asked.amount, money_transferred{asked.from, asked.to, asked.amount});
  }
  decided operator()(const place_hold& asked) const {
    if (used(asked.hold)) return jumak::reject("already_exists", "This hold was placed before.");
    const auto expires_at = context.now + std::chrono::seconds(asked.seconds.integer());
    return if_covered(asked.from, asked.to, asked.amount,
                      hold_placed{asked.hold, asked.from, asked.to, asked.amount, expires_at});
  }
  decided operator()(const capture_hold& asked) const {
    if (!used(asked.hold)) return jumak::reject("unknown_hold", "There is no such hold.");
    const auto open = now.holds.find(asked.hold);
    if (open == now.holds.end()) return jumak::reject("hold_closed", "It was captured, or has expired.");
    const auto& [hold, from, to, held, expires_at] = open->second;
    const money taken = asked.amount.value_or(held);
    if (taken > held) return jumak::reject("more_than_held", "Less is held.", {{"held", held.integer()}});
    return std::vector<event>{hold_ended{hold, from, held}, money_transferred{from, to, taken}};
  }
  decided operator()(const expire_hold& asked) const {
    const auto open = now.holds.find(asked.hold);
    if (open == now.holds.end()) return std::vector<event>{};
    return accept(hold_ended{asked.hold, open->second.from, open->second.amount});
  }
};

struct evolution {
  state& now;
  const jumak::event_context& around;

  void operator()(const account_opened& it) {
    now.accounts[it.account] = {around.stream_version, it.overdraft.integer()};
  }
  void operator()(const money_transferred& it) {
    now.accounts[it.from].at = around.stream_version;
    now.accounts[it.from].balance -= it.amount.integer();
    now.accounts[it.to].balance += it.amount.integer();
  }
  void operator()(const hold_placed& it) {
    now.holds[it.hold] = it;
    now.accounts[it.from].held += it.amount.integer();
  }
  void operator()(const hold_ended& it) {
    now.holds.erase(it.hold);
    now.accounts[it.from].held -= it.held.integer();
  }
};

inline name named_in(std::string_view stream) {
  return name::from_text(stream.substr(stream.find('/') + 1)).value_or(name());
}

struct decider : jumak::plain_decider<state, command, event, rules, evolution> {
  static constexpr std::string_view kind = "ledger";
  static constexpr std::uint32_t rules = 1;

  /// What is about a hold names it; all else is about an account, of two the one that gives.
  static std::string stream_of(const auto& what) {
    return std::visit([](const auto& it) {
      if constexpr (requires { it.hold; }) return "hold/" + it.hold.text();
      else if constexpr (requires { it.account; }) return "account/" + it.account.text();
      else return "account/" + it.from.text();
    }, what);
  }
  /// A capture writes to an account's stream as well, so the state must know its version.
  static std::optional<jumak::version> version_of(const state& now, std::string_view stream) {
    const auto found = now.accounts.find(named_in(stream));
    if (!stream.starts_with("account/") || found == now.accounts.end()) return {};
    return found->second.at;
  }
  static jumak::deadline_change deadline_of(const event& happened) {
    using enum jumak::deadline_change::kind;
    if (const auto* placed = std::get_if<hold_placed>(&happened)) return {arm, placed->expires_at};
    return {std::holds_alternative<hold_ended>(happened) ? settle : none, {}};
  }
  static command on_due(std::string_view stream) { return expire_hold{named_in(stream)}; }
};

}  // namespace ledger
