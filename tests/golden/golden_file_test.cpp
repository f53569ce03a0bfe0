#include "tests/golden/golden_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/golden/sample.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::golden {
namespace {

struct lamp_lit {
  std::string lamp;
  std::optional<std::uint32_t> watts;
};
BOOST_DESCRIBE_STRUCT(lamp_lit, (), (lamp, watts))

TEST(GoldenFile, ReadsBackWhatWasWrittenAndIsNeverOverwritten) {
  const storage::temporary_folder folder;
  const auto path = folder.path() / "events" / "lamp.txt";
  EXPECT_FALSE(read_golden(path));
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  write_golden(path, {"lamp event LampLit, form 1", R"({"lamp":"x\"y"})", bytes});
  const auto read = read_golden(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->title, "lamp event LampLit, form 1");
  EXPECT_EQ(read->json, R"({"lamp":"x\"y"})");
  EXPECT_EQ(read->packed, bytes);
  EXPECT_THROW(write_golden(path, *read), std::runtime_error);
}

TEST(GoldenFile, ADamagedOneIsNotTakenForNone) {
  const storage::temporary_folder folder;
  std::ofstream(folder.path() / "damaged.txt") << "lamp event\njson {}\npacked\n  0g\n";
  EXPECT_THROW(static_cast<void>(read_golden(folder.path() / "damaged.txt")), std::runtime_error);
}

TEST(Sample, HasEverythingInItAndIsAlwaysTheSame) {
  const auto lit = sample_of<lamp_lit>();
  EXPECT_FALSE(lit.lamp.empty());
  ASSERT_TRUE(lit.watts);
  EXPECT_GE(*lit.watts, 128U) << "of two bytes, so that a fixed width is noticed";
  EXPECT_EQ(packed(lit), packed(sample_of<lamp_lit>()));
}

}  // namespace
}  // namespace jumak::golden
