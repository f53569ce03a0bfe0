#pragma once

#include <jumak/core/read_model.hpp>

#include "ledger.hpp"

namespace ledger {

struct get_balance {
  static constexpr std::string_view type = "GetBalance";
  using answer = ledger::account;
  name ledger, account;
};
BOOST_DESCRIBE_STRUCT(get_balance, (), (ledger, account))

/// Money that an account took, or gave where it is below 0.
struct entry {
  std::uint64_t position = 0;
  jumak::timestamp time;
  name other;
  std::int64_t amount = 0, balance = 0;
};
BOOST_DESCRIBE_STRUCT(entry, (), (position, time, other, amount, balance))

using entry_number = jumak::bounded_integer<struct entry_number_tag, 0, 1'000'000'000>;

struct get_statement {
  static constexpr std::string_view type = "GetStatement";
  using answer = jumak::page<entry>;
  name ledger, account;
  std::optional<jumak::page_limit> limit;
  std::optional<entry_number> from;  ///< The first entry's number, from 0: `next` of the page before.
};
BOOST_DESCRIBE_STRUCT(get_statement, (), (ledger, account, limit, from))

class views {
 public:
  using deciders = boost::mp11::mp_list<decider>;
  using queries = boost::mp11::mp_list<get_balance, get_statement>;
  static constexpr std::array<std::string_view, 2> view_names{"balances", "statements"};
  static auto kept(auto& self) { return std::tie(self.books_, self.entries_); }  ///< For snapshots, in that order.

  void apply(const event& happened, const jumak::applied_event& around) {
    const name ledger = name::from_text(around.aggregate.which()).value();
    state& now = books_[ledger];
    decider::evolve(now, happened, {around.time, around.stream_version});
    const auto* moved = std::get_if<money_transferred>(&happened);
    if (moved == nullptr) return;
    const auto enter = [&](const name& own, const name& other, std::int64_t amount) {
      entries_[{ledger, own}].push_back({around.at.value(), around.time, other, amount, now.accounts[own].balance});
    };
    enter(moved->from, moved->to, -moved->amount.integer());
    enter(moved->to, moved->from, moved->amount.integer());
  }
  jumak::result<account> ask(const get_balance& asked) const {
    const auto book = books_.find(asked.ledger);
    if (book == books_.end() || !book->second.accounts.contains(asked.account))
      return jumak::failure(jumak::errc::not_found, "There is no such account.");
    return book->second.accounts.at(asked.account);
  }
  jumak::result<jumak::page<entry>> ask(const get_statement& asked) const {
    if (auto known = ask(get_balance{asked.ledger, asked.account}); !known) return tl::unexpected(known.error());
    jumak::page<entry> answer;
    const auto found = entries_.find({asked.ledger, asked.account});
    if (found == entries_.end()) return answer;
    const auto limit = asked.limit.value_or(*jumak::page_limit::from_integer(100)).integer();
    for (auto at = asked.from.value_or(entry_number()).integer(); at < std::ssize(found->second); ++at) {
      if (std::ssize(answer.items) == limit) return answer.next = std::to_string(at), answer;
      answer.items.push_back(found->second[static_cast<std::size_t>(at)]);
    }
    return answer;
  }

 private:
  std::map<name, state> books_;
  std::map<std::pair<name, name>, std::vector<entry>> entries_;
};

}  // namespace ledger
