#include "storage/data_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/storage/temporary_folder.hpp"

namespace jumak::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class DataFolder : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((data_ / name).parent_path());
    std::ofstream(data_ / name) << text;
  }
  [[nodiscard]] error refused() const {
    auto opened = data_folder::open(data_);
    return opened ? error{errc::internal, "it opened", std::nullopt} : opened.error();
  }

  temporary_folder folder_;
  const fs::path data_ = folder_.path() / "deep" / "data";
};

TEST_F(DataFolder, IsCreatedWithAllItHolds) {
  const auto opened = data_folder::open(data_);
  ASSERT_TRUE(opened.has_value()) << opened.error().message;
  EXPECT_TRUE(fs::is_directory(opened->log_path()));
  EXPECT_TRUE(fs::is_directory(opened->index_path()));
  EXPECT_EQ(read_file(data_ / "VERSION").value(), "jumak data 1\n");
}

TEST_F(DataFolder, OpensAgainAndAgain) {
  for (int round = 0; round < 3; ++round) EXPECT_TRUE(data_folder::open(data_).has_value());
}

TEST_F(DataFolder, IsHeldByOneAtATime) {
  auto held = data_folder::open(data_);
  ASSERT_TRUE(held.has_value());
  const error refusal = refused();
  EXPECT_EQ(refusal.code, errc::locked);
  EXPECT_THAT(refusal.message, HasSubstr("in use by process " + std::to_string(::getpid())));
  EXPECT_THAT(refusal.message, HasSubstr("stop that server, or choose another folder with --data"));
  held = failure(errc::internal, "let go");
  EXPECT_TRUE(data_folder::open(data_).has_value());
}

TEST_F(DataFolder, OfANewerVersionIsLeftAlone) {
  write("VERSION", "jumak data 2\n");
  const error refusal = refused();
  EXPECT_EQ(refusal.code, errc::newer_format);
  EXPECT_THAT(refusal.message, HasSubstr("start that version"));
  EXPECT_FALSE(fs::exists(data_ / "log"));
  EXPECT_EQ(read_file(data_ / "VERSION").value(), "jumak data 2\n");
}

TEST_F(DataFolder, WithADamagedVersionIsRefused) {
  for (const std::string text :
       {"", "jumak data", "jumak data x\n", "jumak data 0\n", "jumak data 1 \n", "jumak data 1"}) {
    write("VERSION", text);
    EXPECT_EQ(refused().code, errc::corrupt) << text;
  }
}

TEST_F(DataFolder, WithALogButNoVersionIsRefused) {
  ASSERT_TRUE(data_folder::open(data_).has_value());
  write("log/CURRENT", "MANIFEST-000001\n");
  fs::remove(data_ / "VERSION");
  EXPECT_EQ(refused().code, errc::corrupt);
}

TEST_F(DataFolder, OfSomebodyElseIsLeftAlone) {
  write("holiday.jpg", "sun");
  EXPECT_EQ(refused().code, errc::bad_configuration);
  EXPECT_FALSE(fs::exists(data_ / "LOCK"));
}

TEST_F(DataFolder, ThatIsAFileIsRefused) {
  fs::create_directories(data_.parent_path());
  std::ofstream(data_) << "text";
  EXPECT_EQ(refused().code, errc::bad_configuration);
}

TEST_F(DataFolder, ThatIsNotWritableIsRefused) {
  if (::geteuid() == 0) {
    // Root may write everywhere but here.
    const auto opened = data_folder::open("/proc/jumak");
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, errc::io_failed);
    EXPECT_THAT(opened.error().message, HasSubstr("choose another folder with --data"));
    return;
  }
  fs::create_directories(data_);
  ASSERT_EQ(::chmod(data_.c_str(), 0555), 0);
  const error refusal = refused();
  EXPECT_EQ(refusal.code, errc::io_failed);
  EXPECT_THAT(refusal.message, HasSubstr("not writable"));
}

TEST_F(DataFolder, CreationMayBeCutShortAnywhere) {
  fs::create_directories(data_);
  write("LOCK", "");
  EXPECT_TRUE(data_folder::open(data_).has_value());
  write("VERSION.new", "jum");
  EXPECT_TRUE(data_folder::open(data_).has_value());
}

}  // namespace
}  // namespace jumak::storage
