#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/hotel/replay_plan.hpp"
#include "app/client/reply.hpp"
#include "core/hash.hpp"

namespace jumak::app::client {

/// What a replay came to. Answers may be handed in in any order; the digests are over the order of
/// the plan, so that two replays of one plan can be compared.
class replay_report {
 public:
  explicit replay_report(std::size_t commands) : answers_(commands), outcomes_(commands) {}

  /// The settled answer to command `index` of the plan.
  void take(std::size_t index, planned_type type, const reply& answer);

  [[nodiscard]] std::uint64_t accepted() const noexcept { return accepted_; }
  [[nodiscard]] std::uint64_t rejected() const noexcept { return rejected_; }
  [[nodiscard]] std::uint64_t errors() const noexcept { return errors_; }

  /// Hash of every answer without `duplicate`: equal for two replays against one log.
  [[nodiscard]] std::string answers_digest() const;
  /// The same without positions, which depend on how aggregates interleave: equal for replays of
  /// one plan against any two servers that began empty.
  [[nodiscard]] std::string outcomes_digest() const;

  /// All figures. `resent` and `out_of_order` are the flow's.
  [[nodiscard]] boost::json::object to_json(std::chrono::duration<double> wall,
                                            std::uint64_t resent, std::uint64_t out_of_order) const;

 private:
  std::vector<hash128> answers_;
  std::vector<hash128> outcomes_;
  std::map<std::string, std::uint64_t, std::less<>> accepted_by_type_;
  std::map<std::string, std::uint64_t, std::less<>> rejected_by_code_;
  std::map<std::string, std::uint64_t, std::less<>> errors_by_code_;
  std::uint64_t accepted_ = 0;
  std::uint64_t rejected_ = 0;
  std::uint64_t errors_ = 0;
  std::uint64_t duplicates_ = 0;
};

/// The figures of `replay_report::to_json` for people, with a newline at the end.
[[nodiscard]] std::string report_in_words(const boost::json::object& figures);

}  // namespace jumak::app::client
