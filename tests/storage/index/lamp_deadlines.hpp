#pragma once

#include <string_view>

#include "core/pack.hpp"
#include "storage/index/deadline_source.hpp"

namespace jumak::storage {

/// A domain of lamps, as far as deadlines go: events are called by what they do.
class lamp_deadlines final : public deadline_source {
 public:
  [[nodiscard]] bool has_deadlines(std::string_view aggregate) const override { return aggregate.starts_with("lamp/"); }
  [[nodiscard]] result<deadline_change> deadline_of(std::string_view, const event_view& event) const override {
    if (event.type == "Armed") return deadline_change{deadline_change::kind::arm, unpacked<timestamp>(event.payload).value()};
    if (event.type == "Settled") return deadline_change{deadline_change::kind::settle, {}};
    if (event.type == "Unknown") return failure(errc::newer_format, "Unknown");
    return deadline_change{};
  }
};

}  // namespace jumak::storage
