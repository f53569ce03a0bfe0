#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jumak::faults {

/// An event as an answer names it.
struct told_event {
  std::string type;
  std::string stream;
  std::uint64_t version = 0;
  std::uint64_t position = 0;

  bool operator==(const told_event&) const = default;
};

/// One command and what its sender was told.
struct ledger_entry {
  std::string frame;
  std::string aggregate;
  enum class outcome : std::uint8_t { open, accepted, rejected } told = outcome::open;
  std::uint64_t position = 0;
  std::vector<told_event> events;
  std::string code;             ///< Of a rejection.
  boost::json::object details;  ///< Of a rejection.
  std::string answer;           ///< The first final reply, without `duplicate`.
};

/// What the client side knows: every command sent and its one answer. Ids are unique over all
/// aggregates here, although the server asks it only within one. Used by one thread.
class ledger {
 public:
  using entries = std::map<std::string, ledger_entry, std::less<>>;

  /// Notes a command about to be sent; returns its id.
  std::string invoke(std::string frame);

  /// Notes a reply. True when it is a first final answer; false for a copy equal to it, which must say
  /// `duplicate`, and for an `error` that may be tried again. Throws violation for anything else.
  bool answer(std::string_view reply);

  /// Commands not yet forgotten, by id.
  [[nodiscard]] const entries& all() const noexcept { return entries_; }
  [[nodiscard]] const ledger_entry* find(std::string_view id) const;
  [[nodiscard]] std::vector<std::string> open() const;
  /// Drops a command that was checked and returns it. A later answer to it would be a violation.
  entries::node_type forget(const std::string& id) { return entries_.extract(id); }
  /// Takes over a command that another ledger forgot.
  void remember(entries::node_type entry) { entries_.insert(std::move(entry)); }

  /// All that an oracle's file says.
  static ledger read(const std::filesystem::path& path);

 private:
  entries entries_;
};

/// A number that the protocol has as an unsigned integer. Throws violation if it is none.
std::uint64_t number(const boost::json::object& of, std::string_view name);
/// A text field. Throws violation if there is none.
std::string text(const boost::json::object& of, std::string_view name);

}  // namespace jumak::faults
