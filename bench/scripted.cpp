#include "bench/scripted.hpp"

#include "bench/failure.hpp"
#include "bench/sample_reply.hpp"

#include <fstream>

namespace jumak::bench {

namespace {

constexpr std::string_view prefix_mark = "{prefix}";
constexpr std::string_view number_mark = "{number}";

std::vector<std::string> lines_of(const std::filesystem::path& file, const std::string& prefix) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    if (line.front() != '{') throw failure(file.string() + ": each line is one command, {…}.");
    for (auto at = line.find(prefix_mark); at != std::string::npos; at = line.find(prefix_mark, at))
      line.replace(at, prefix_mark.size(), prefix);
    lines.push_back(std::move(line));
  }
  if (lines.empty()) throw failure(file.string() + " has no command to send.");
  return lines;
}

}  // namespace

scripted::scripted(std::string prefix, const std::filesystem::path& file)
    : prefix_(std::move(prefix)) {
  std::vector<std::string> lines = lines_of(file, prefix_);
  set_up_template(lines.back());
  lines.pop_back();
  for (const std::string& line : lines) {
    frame_template frame;
    frame.literal(R"({"id":")");
    const auto id = numbered_id_fields::append(frame, prefix_);
    frame.patch(id.slot, setup_.size());
    frame.patch(id.number, setup_.size());
    // Setup ids end in a letter, so that they never meet the ids of the measurement.
    frame.literal(R"(s",)").literal(std::string_view(line).substr(1));
    setup_.emplace_back(frame.text());
  }
}

void scripted::set_up_template(const std::string& line) {
  frame_.literal(R"({"id":")");
  id_ = numbered_id_fields::append(frame_, prefix_);
  frame_.literal(R"(",)");
  std::string_view rest = std::string_view(line).substr(1);
  for (auto at = rest.find(number_mark); at != std::string_view::npos; at = rest.find(number_mark)) {
    frame_.literal(rest.substr(0, at));
    numbers_.push_back(frame_.hole(numbered_id::number_width));
    rest.remove_prefix(at + number_mark.size());
  }
  frame_.literal(rest);
}

std::string_view scripted::next(std::uint64_t slot, std::uint64_t number) {
  frame_.patch(id_.slot, slot);
  frame_.patch(id_.number, number);
  for (const auto field : numbers_) frame_.patch(field, number);
  return frame_.text();
}

std::string scripted::sample_reply() const {
  return accepted_reply(prefix_ + "-00000-0000000000", "SomethingHappened",
                        "kind/" + prefix_ + "/entity/0000000000", 1'000'000);
}

}  // namespace jumak::bench
