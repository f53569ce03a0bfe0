#pragma once

#include "bench/frame_template.hpp"
#include "bench/numbered_id.hpp"
#include "bench/workload.hpp"

namespace jumak::bench {

/// RegisterGuest of ever new guests: each command makes an aggregate of its own.
class guests final : public workload {
 public:
  explicit guests(std::string prefix);

  [[nodiscard]] std::vector<std::string> setup() const override { return {}; }
  std::string_view next(std::uint64_t slot, std::uint64_t number) override;
  [[nodiscard]] std::uint64_t capacity() const noexcept override { return 9'999'999'999; }
  [[nodiscard]] std::string sample_reply() const override;

 private:
  std::string prefix_;
  frame_template frame_;
  numbered_id_fields id_;
  frame_template::field guest_;
  frame_template::field full_name_;
  frame_template::field email_;
};

}  // namespace jumak::bench
