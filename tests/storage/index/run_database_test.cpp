#include "storage/index/run_database.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/storage/index/made_run.hpp"
#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

class RunDatabase : public ::testing::Test {
 protected:
  temporary_folder folder_;
  std::filesystem::path index_ = folder_.path() / "index";
};

// Each look-up then touches one file, however many runs there are, and nothing is ever written twice.
TEST_F(RunDatabase, HoldsEachRunInOneFileOnTheLowestLevel) {
  constexpr std::size_t runs = 20;
  {
    const auto store = run_store::open({.folder = index_, .on_note = {}}).value();
    for (std::uint64_t run = 1; run <= runs; ++run) {
      const made_run made = make_run(run);
      ASSERT_TRUE(store->ingest(made.rows, made.folded));
    }
  }
  rocksdb::DB* opened = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  const std::vector<rocksdb::ColumnFamilyDescriptor> wanted = {
      {rocksdb::kDefaultColumnFamilyName, {}}, {"snapshots", {}}};
  ASSERT_TRUE(rocksdb::DB::OpenForReadOnly({}, index_.string(), wanted, &families, &opened).ok());
  const std::unique_ptr<rocksdb::DB> database(opened);
  rocksdb::ColumnFamilyMetaData about;
  database->GetColumnFamilyMetaData(families[0], &about);
  for (rocksdb::ColumnFamilyHandle* family : families) database->DestroyColumnFamilyHandle(family);
  EXPECT_EQ(about.file_count, runs);
  EXPECT_EQ(about.levels.back().files.size(), runs);
}

TEST_F(RunDatabase, WritesNoLogFileThatCouldFillTheDisk) {
  const auto store = run_store::open({.folder = index_, .on_note = {}}).value();
  EXPECT_FALSE(std::filesystem::exists(index_ / "LOG"));
}

}  // namespace
}  // namespace jumak::storage
