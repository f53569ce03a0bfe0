#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>

#include "tests/end_to_end/refusal.hpp"

/// Data folders that a server must not use: it says so and leaves them as they are.
namespace jumak::end_to_end {
namespace {

/// Makes a folder read-only, for this thread and the processes it starts: for root, permissions are
/// not enough. Who may not mount cannot have it.
class read_only_mount {
 public:
  explicit read_only_mount(std::filesystem::path folder) : folder_(std::move(folder)) {
    const char* path = folder_.c_str();
    // A mount that is not private would be seen by others, and stay if the test died.
    there_ = ::unshare(CLONE_NEWNS) == 0 &&
             ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
             ::mount(path, path, nullptr, MS_BIND, nullptr) == 0;
    if (there_ && ::mount(nullptr, path, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0)
      return;
    why_not_ = std::strerror(errno);
  }
  ~read_only_mount() {
    if (there_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  read_only_mount(const read_only_mount&) = delete;
  read_only_mount& operator=(const read_only_mount&) = delete;

  /// Empty when the folder is read-only now.
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

 private:
  std::filesystem::path folder_;
  bool there_ = false;
  std::string why_not_;
};

TEST(data_folder, AFolderInUseIsLeftToWhoHasIt) {
  house first;
  first.furnish();
  const auto data = (first.folder.path() / "data").string();
  expect_refusal(std::vector<std::string>{"serve", "--data", data} + free_ports, data);
  EXPECT_EQ(first.head(), 4u);
  EXPECT_EQ(first.jumak.stop(), 0);
}

TEST(data_folder, AFolderThatCannotBeMadeIsNamed) {
  temporary_folder folder;
  const auto file = folder.path() / "file";
  std::ofstream(file) << "not a folder";
  expect_refusal(std::vector<std::string>{"serve", "--data", file / "data"} + free_ports, file);
  expect_refusal(std::vector<std::string>{"serve", "--data", file} + free_ports, file);
  EXPECT_EQ(contents(folder.path()).at("file"), "not a folder");
}

TEST(data_folder, AFolderOfANewerVersionIsNotTouched) {
  temporary_folder folder;
  const auto data = folder.path() / "data";
  EXPECT_EQ(server(data).stop(), 0);
  const auto version = data / "VERSION";
  std::string said;
  std::getline(std::ifstream(version), said);
  const auto digit = said.find_first_of("0123456789");
  ASSERT_NE(digit, std::string::npos) << said;
  std::ofstream(version) << said.substr(0, digit) << "999\n";
  const auto before = contents(data);
  expect_refusal(std::vector<std::string>{"serve", "--data", data} + free_ports, "999");
  EXPECT_TRUE(contents(data) == before) << "files were changed";
  std::ofstream(version) << said << "\n";
  EXPECT_EQ(server(data).stop(), 0);
}

TEST(data_folder, AReadOnlyDiskIsNamedAndItsLogKept) {
  temporary_folder folder;
  const auto data = folder.path() / "data";
  EXPECT_EQ(server(data).stop(), 0);
  const auto before = contents(data);
  {
    const read_only_mount mounted(folder.path());
    if (!mounted.why_not().empty())
      GTEST_SKIP() << "no read-only mount here (" << mounted.why_not() << "): run as root";
    struct statvfs told {};
    ASSERT_EQ(::statvfs(data.c_str(), &told), 0);
    ASSERT_NE(told.f_flag & ST_RDONLY, 0u) << "or the test proves nothing";
    expect_refusal(std::vector<std::string>{"serve", "--data", data} + free_ports, data);
    const auto fresh = (folder.path() / "fresh").string();
    expect_refusal(std::vector<std::string>{"serve", "--data", fresh} + free_ports, fresh);
    EXPECT_TRUE(contents(data) == before) << "files were changed";
  }
  EXPECT_EQ(server(data).stop(), 0);
}

}  // namespace
}  // namespace jumak::end_to_end
