#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/actors/shelf_command.hpp"

namespace jumak::actors::testing {

/// What a shard should be, told as simply as possible: everything in memory, one command after the other, nothing
/// ever forgotten or waited for.
class sequential_shelves {
 public:
  /// What the client must hear, without positions.
  struct answer {
    std::string json;
    /// Set for a copy: the slot of the first, whose answer comes again with `duplicate`.
    std::optional<std::uint32_t> same_as;
  };

  explicit sequential_shelves(const hosting::hosted_domain& domain) : domain_(domain) {}

  answer decide(const shelf_command& sent, std::uint32_t slot, timestamp clock);
  /// The clock has come so far: loans that are over are settled, but of shelves that live by given time.
  void tell_clock(timestamp clock);

  /// Per aggregate, the ids of the records in the order they were decided.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& records() const { return records_; }
  /// The aggregate's state as its kind saves it.
  [[nodiscard]] std::string state_of(const std::string& shelf) const { return shelves_.at(shelf).state->save(); }

 private:
  struct remembered {
    hash128 fingerprint;
    std::uint32_t slot;
  };
  struct loan {
    timestamp due;
    version armed_by;
  };
  struct shelf {
    std::unique_ptr<hosting::hosted_aggregate> state;
    std::map<std::string, stream_fact> streams;
    std::map<std::string, remembered> ids;
    std::optional<timestamp> last_time;
    std::map<std::string, loan> loans;  ///< Armed, by stream.
    bool given_time = false;            ///< Of the last record.
  };

  answer decide_new(shelf& on, const routed_command& command, const decision_context& context);
  void settle_due(const std::string& shelf, timestamp until);
  void fire(const std::string& shelf, const std::string& stream);
  static void note_loan(shelf& on, const hosting::produced_event& event);

  const hosting::hosted_domain& domain_;
  std::map<std::string, shelf> shelves_;
  std::map<std::string, std::vector<std::string>> records_;
};

/// A reply as the model tells it: without positions and sentences.
[[nodiscard]] std::string without_positions(const std::string& reply);

}  // namespace jumak::actors::testing
