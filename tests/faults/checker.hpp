#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tests/faults/ledger.hpp"
#include "tests/faults/recount.hpp"
#include "tests/faults/seen_event.hpp"

namespace jumak::faults {

/// Compares a history, given event by event in order, with what clients were told. Throws violation at
/// the first difference. Can go on where it stopped: observe() what is new, then settle().
class checker {
 public:
  /// The next event of history. Its form, position, versions and rules are checked at once.
  void observe(const boost::json::object& cloud_event);

  /// All up to `head` was observed and nothing is under way. Every command observed must have been sent
  /// and answered `accepted` with exactly these events, every answer must have its events. Returns the
  /// ids checked, which the caller may forget.
  std::vector<std::string> settle(const ledger& told, std::uint64_t head);

  [[nodiscard]] std::uint64_t position() const noexcept { return position_; }
  [[nodiscard]] const recount& counts() const noexcept { return counts_; }
  /// Reservations whose events were observed since the last settle(), as {hotel, reservation}.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& touched() const noexcept {
    return touched_;
  }
  void forget_touched() { touched_.clear(); }

 private:
  void check_order(const seen_event& event);
  void check_refusal(const std::string& id, const ledger_entry& entry) const;

  std::uint64_t position_ = 0;
  std::string log_;
  std::unordered_map<std::string, std::uint64_t> stream_versions_;
  std::unordered_map<std::string, std::uint64_t> aggregate_versions_;
  std::unordered_map<std::string, std::uint64_t> aggregate_positions_;
  /// Effects since the last settle(), by command id, and the ids of all effects before it.
  std::map<std::string, std::vector<told_event>, std::less<>> effects_;
  std::map<std::string, std::string, std::less<>> effect_aggregates_;
  std::unordered_set<std::string> settled_;
  std::string last_command_;
  std::vector<std::pair<std::string, std::string>> touched_;
  recount counts_;
};

}  // namespace jumak::faults
