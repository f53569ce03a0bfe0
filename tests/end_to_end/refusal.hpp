#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/end_to_end/house.hpp"

/// Starts that must be refused with one sentence, and the folders that must not suffer from it.
namespace jumak::end_to_end {

inline const std::vector<std::string> free_ports{
    "--commands", "tcp://127.0.0.1:*", "--queries", "tcp://127.0.0.1:*",
    "--events",   "tcp://127.0.0.1:*", "--history", "tcp://127.0.0.1:*"};

inline std::vector<std::string> operator+(std::vector<std::string> left,
                                          const std::vector<std::string>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

/// Every file below a folder, with what is in it.
inline std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    if (entry.path().filename() == "LOCK") continue;  // Says who looked last.
    all[std::filesystem::relative(entry.path(), folder)] = bytes.str();
  }
  return all;
}

/// One sentence on stderr that holds `part`, nothing on stdout, exit code 2.
inline void expect_refusal(const std::vector<std::string>& arguments, const std::string& part) {
  const auto refused = run(arguments);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_EQ(refused.output, "");
  EXPECT_THAT(refused.errors, ::testing::HasSubstr(part));
  EXPECT_EQ(std::count(refused.errors.begin(), refused.errors.end(), '\n'), 1) << refused.errors;
}

}  // namespace jumak::end_to_end
