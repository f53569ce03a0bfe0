#include "actors/view_keeping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/actors/view_world.hpp"

namespace jumak::actors {
namespace {

using namespace jumak::actors::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ViewKeeping : public ::testing::Test {
 protected:
  ViewKeeping() { open(); }
  void open() {
    keeping_.reset();
    keeping_ = std::move(view_keeping::open(world_.domain(), path_, notes_.into()).value());
  }
  std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      if (entry.path().extension() == ".snapshot") found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
  }

  view_world world_;
  storage::temporary_folder folder_;
  std::filesystem::path path_ = folder_.path() / "views";
  kept_notes notes_;
  std::unique_ptr<view_keeping> keeping_;
};

TEST_F(ViewKeeping, BeginsWithNothingWhereNothingIsKept) {
  EXPECT_TRUE(keeping_->possible());
  EXPECT_EQ(keeping_->start({})->head(), log_head());
  EXPECT_TRUE(notes_.ignored.empty());
}

TEST_F(ViewKeeping, GoesOnWithWhatItKept) {
  world_.write(5);
  const auto whole = world_.folded();
  keeping_->save(*whole, nullptr);
  EXPECT_EQ(keeping_->kept(), position(5));
  EXPECT_THAT(notes_.done, ElementsAre(HasSubstr("the views are kept at position 5")));
  open();
  const auto read = keeping_->start({});
  EXPECT_EQ(read->head(), world_.head());
  EXPECT_EQ(bytes_of(*read), bytes_of(*whole));
  EXPECT_EQ(keeping_->start(position(5))->head(), log_head()) << "only before that";
}

TEST_F(ViewKeeping, TakesTheOneBeforeADamagedOne) {
  world_.write(5);
  keeping_->save(*world_.folded(), nullptr);
  world_.write(1);
  keeping_->save(*world_.folded(), nullptr);
  const auto newest = files().back();
  std::string bytes = storage::read_file(newest).value();
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  std::ofstream(newest, std::ios::binary | std::ios::trunc) << bytes;
  EXPECT_EQ(keeping_->start({})->head().head(), position(5));
  EXPECT_THAT(notes_.ignored, ElementsAre(HasSubstr("it is torn or damaged")));
}

TEST_F(ViewKeeping, KeepsNothingThatIsNotWhole) {
  world_.write(5);
  auto views = world_.folded();
  keeping_->save(*views, [] { return true; });
  EXPECT_THAT(notes_.ignored, ElementsAre(HasSubstr("the views are not kept at position 5: it was given up")));
  log_head head = views->head();
  const std::string torn = seal_commit(head, "no record", 1, 1);
  EXPECT_FALSE(views->apply(commit_view::parse(torn).value()));
  keeping_->save(*views, nullptr);
  EXPECT_TRUE(files().empty());
  EXPECT_EQ(keeping_->kept(), position());
}

}  // namespace
}  // namespace jumak::actors
