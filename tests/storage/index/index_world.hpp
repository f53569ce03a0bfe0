#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/decider.hpp"
#include "storage/index/facts_reader.hpp"
#include "storage/log/memory_log.hpp"

namespace jumak::storage {

/// A log of random commands to few names, so that everything meets everything, beside plain maps of
/// what is in it. The same seed gives the same log.
class index_world {
 public:
  using name_pair = std::pair<std::string, std::string>;  // Aggregate and stream or id.
  struct told_event {
    std::string stream;
    std::string type;
    position at;
    friend bool operator==(const told_event&, const told_event&) = default;
  };

  explicit index_world(std::uint64_t seed) : log_(seed), random_(seed) {}

  /// Appends commits of up to six records each, and now and then an epoch record.
  void grow(std::size_t commits);

  [[nodiscard]] const memory_log& log() const { return log_; }
  [[nodiscard]] const std::map<name_pair, stream_fact>& streams() const { return streams_; }
  [[nodiscard]] const std::map<name_pair, found_record>& records() const { return records_; }
  /// Places of the records that have events, by aggregate.
  [[nodiscard]] const std::map<std::string, std::vector<record_place>>& places() const {
    return places_;
  }
  [[nodiscard]] const std::map<std::string, std::vector<told_event>>& events() const {
    return events_;
  }

  /// Names that no record has.
  [[nodiscard]] static std::string unused(std::uint64_t number) {
    return "nobody/" + std::to_string(number);
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  void add_record(std::string& payload, record_place place, position& next);
  void add_events(record_view& record, found_record& found, position next);

  memory_log log_;
  std::mt19937_64 random_;
  record_number record_;
  std::map<name_pair, stream_fact> streams_;
  std::map<std::string, version> versions_;
  std::map<name_pair, found_record> records_;
  std::map<std::string, std::vector<record_place>> places_;
  std::map<std::string, std::vector<told_event>> events_;
};

}  // namespace jumak::storage
