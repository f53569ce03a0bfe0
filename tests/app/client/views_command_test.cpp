#include "app/client/views_command.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "app/client/commands.hpp"
#include "tests/app/client/run_command.hpp"
#include "tests/app/client/scripted_server.hpp"

namespace jumak::app::client {
namespace {

class Views : public ::testing::Test {
 protected:
  Views() {
    std::string name = (std::filesystem::temp_directory_path() / "jumak-views-XXXXXX").string();
    options_.views = ::mkdtemp(name.data());
  }
  ~Views() override {
    std::error_code ignored;
    std::filesystem::remove_all(options_.views, ignored);
  }
  [[nodiscard]] std::string address() const { return "ipc://" + (options_.views / "views.sock").string(); }

  views_options options_;
};

/// Answers as a server with one view, which comes out otherwise when it is rebuilt.
frames one_view(const frames& request, bool equal) {
  const std::string type(object_of(request[0]).at("type").as_string());
  const std::string data =
      type == "ShowViews"
          ? R"({"position":9,"kept":0,"views":[{"name":"counts","rows":1,"hash":"x","position":9}]})"
          : R"({"position":9,"held_ms":3,"took_ms":5,"equal":)" + std::string(equal ? "true" : "false") +
                R"(,"views":[{"name":"counts","rows":1,"hash":"x","rows_before":1,"hash_before":"x"}]})";
  return {R"({"id":")" + id_of(request[0]) + R"(","status":"ok","position":9,"data":)" + data + "}"};
}

TEST_F(Views, AreShown) {
  scripted_server server([](const frames& request) { return one_view(request, true); }, address());
  const ending end = run(run_views, options_);
  EXPECT_EQ(end.code, exit_code::done) << end.err;
  EXPECT_NE(end.out.find("counts     1         9  x\n"), std::string::npos) << end.out;
  options_.raw = true;
  EXPECT_EQ(object_of(run(run_views, options_).out).at("data").at("kept"), 0);
}

TEST_F(Views, AreRebuiltAndADifferenceHasItsExitCode) {
  bool equal = true;
  scripted_server server([&](const frames& request) { return one_view(request, equal); }, address());
  options_.rebuild = true;
  options_.name = "counts";
  EXPECT_EQ(run(run_views, options_).code, exit_code::done);
  equal = false;
  const ending end = run(run_views, options_);
  EXPECT_EQ(end.code, exit_code::refused);
  EXPECT_NE(end.out.find("DIFFER"), std::string::npos);
  options_.name = "no-such-view";
  const ending none = run(run_views, options_);
  EXPECT_EQ(none.code, exit_code::refused);
  EXPECT_NE(none.err.find("no-such-view"), std::string::npos);
}

TEST_F(Views, WithoutAServerAreAUsageError) {
  EXPECT_EQ(run(run_views, options_).code, exit_code::usage);
  const auto add = [](CLI::App& app, int& code) { add_client_commands(app, code, {}); };
  EXPECT_EQ(run_words(add, {"views", "--views", options_.views.string()}), 2);
  EXPECT_EQ(run_words(add, {"views", "rebuild", "counts", "--views", options_.views.string()}), 2);
}

TEST_F(Views, ParseTheirLine) {
  std::string asked;
  scripted_server server(
      [&](const frames& request) {
        asked += std::string(object_of(request[0]).at("type").as_string()) + " ";
        return one_view(request, true);
      },
      address());
  const auto add = [](CLI::App& app, int& code) { add_client_commands(app, code, {}); };
  EXPECT_EQ(run_words(add, {"views", "--views", options_.views.string(), "rebuild", "counts"}), 0);
  EXPECT_EQ(run_words(add, {"views", "rebuild", "--views", options_.views.string(), "--raw"}), 0);
  EXPECT_EQ(asked, "ShowViews RebuildViews ShowViews RebuildViews ");
}

TEST_F(Views, ErrorsHaveTheirExitCodes) {
  scripted_server server([](const frames& request) { return frames{error_answer(request[0], "unknown_type")}; }, address());
  EXPECT_EQ(run(run_views, options_).code, exit_code::refused);
}

}  // namespace
}  // namespace jumak::app::client
