#pragma once

#include "bench/frame_template.hpp"
#include "bench/numbered_id.hpp"
#include "bench/workload.hpp"

#include <filesystem>

namespace jumak::bench {

/// A workload of any domain, read from a file: one command a line, as JSON without its `id`. All but the last line are
/// the setup; the last is sent again and again. In every line `{prefix}` stands for 10 characters that are new with
/// each measurement, in the last `{number}` for 10 digits that are new with each command:
///
///   {"type":"OpenAccount","aggregate":"ledger/{prefix}","data":{"account":"bank","overdraft":1000000000}}
///   {"type":"Transfer","aggregate":"ledger/{prefix}","data":{"from":"bank","to":"till","amount":1}}
class scripted final : public workload {
 public:
  /// Throws `failure` when the file cannot be used.
  scripted(std::string prefix, const std::filesystem::path& file);

  [[nodiscard]] std::vector<std::string> setup() const override { return setup_; }
  std::string_view next(std::uint64_t slot, std::uint64_t number) override;
  [[nodiscard]] std::uint64_t capacity() const noexcept override { return 9'999'999'999; }
  [[nodiscard]] std::string sample_reply() const override;

 private:
  void set_up_template(const std::string& line);

  std::string prefix_;
  std::vector<std::string> setup_;
  frame_template frame_;
  numbered_id_fields id_{};
  std::vector<frame_template::field> numbers_;
};

}  // namespace jumak::bench
