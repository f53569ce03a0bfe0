#include "bench/scripted.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "bench/failure.hpp"

namespace jumak::bench {
namespace {

const std::string prefix = "0123456789";

class Scripted : public testing::Test {
 protected:
  ~Scripted() override { std::filesystem::remove(file_); }

  [[nodiscard]] scripted of(const std::string& lines) const {
    std::ofstream(file_) << lines;
    return scripted(prefix, file_);
  }

 private:
  std::filesystem::path file_ =
      std::filesystem::temp_directory_path() /
      ("scripted-" + next_prefix() + ".jsonl");
};

TEST_F(Scripted, SetsUpAllButTheLastLine) {
  const scripted work = of(R"({"type":"Open","aggregate":"jar/{prefix}","data":{}})" "\n\n"
                           R"({"type":"Close","aggregate":"jar/{prefix}","data":{}})" "\n"
                           R"({"type":"Fill"})" "\n");
  EXPECT_EQ(work.setup(),
            (std::vector<std::string>{
                R"({"id":"0123456789-00000-0000000000s","type":"Open","aggregate":"jar/0123456789","data":{}})",
                R"({"id":"0123456789-00001-0000000001s","type":"Close","aggregate":"jar/0123456789","data":{}})"}));
}

TEST_F(Scripted, SendsTheLastLineWithNewNumbers) {
  scripted work = of(R"({"type":"Fill","data":{"jar":"j-{number}","note":"{prefix} {number}"}})");
  EXPECT_TRUE(work.setup().empty());
  EXPECT_EQ(work.next(3, 42),
            R"({"id":"0123456789-00003-0000000042","type":"Fill",)"
            R"("data":{"jar":"j-0000000042","note":"0123456789 0000000042"}})");
  EXPECT_EQ(work.next(4, 43).substr(0, 35), R"({"id":"0123456789-00004-0000000043")");
}

TEST_F(Scripted, SaysWhatItCannotUse) {
  EXPECT_THROW(of(""), failure);
  EXPECT_THROW(of("Fill\n"), failure);
  EXPECT_THROW(scripted(prefix, "/nonexistent.jsonl"), failure);
}

}  // namespace
}  // namespace jumak::bench
