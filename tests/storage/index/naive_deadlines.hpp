#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "storage/index/armed_deadlines.hpp"

namespace jumak::storage::testing {

/// What armed_deadlines should be, told as simply as possible.
class naive_deadlines {
 public:
  using row = std::tuple<timestamp, std::string, std::string, version>;  // Due, aggregate, stream, armed by.

  void arm(const std::string& aggregate, const std::string& stream, timestamp due, version armed_by) {
    armed_[{aggregate, stream}] = {due, armed_by};
  }
  void settle(const std::string& aggregate, const std::string& stream) {
    armed_.erase({aggregate, stream});
    if (!first_of(aggregate)) {
      given_.erase(aggregate);
      withheld_.erase(aggregate);
    }
  }
  void set_given_time(const std::string& aggregate, bool given) { set(given_, aggregate, given); }
  void set_withheld(const std::string& aggregate, bool withheld) { set(withheld_, aggregate, withheld); }
  [[nodiscard]] bool lives_by_given_time(const std::string& aggregate) const { return given_.contains(aggregate); }

  /// All that are armed, in the order in which they fall due.
  [[nodiscard]] std::vector<row> in_order() const {
    std::vector<row> rows;
    for (const auto& [key, deadline] : armed_) rows.emplace_back(deadline.first, key.first, key.second, deadline.second);
    std::sort(rows.begin(), rows.end());
    return rows;
  }
  [[nodiscard]] std::optional<row> first_of(const std::string& aggregate) const {
    for (const row& each : in_order()) {
      if (std::get<1>(each) == aggregate) return each;
    }
    return std::nullopt;
  }
  /// The first that the clock may settle.
  [[nodiscard]] std::optional<row> first() const {
    for (const row& each : in_order()) {
      if (!given_.contains(std::get<1>(each)) && !withheld_.contains(std::get<1>(each))) return each;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t size() const { return armed_.size(); }

 private:
  void set(std::set<std::string>& names, const std::string& aggregate, bool wanted) {
    if (!wanted) {
      names.erase(aggregate);
    } else if (first_of(aggregate)) {
      names.insert(aggregate);
    }
  }

  std::map<std::pair<std::string, std::string>, std::pair<timestamp, version>> armed_;
  std::set<std::string> given_;
  std::set<std::string> withheld_;
};

}  // namespace jumak::storage::testing
