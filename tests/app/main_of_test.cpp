#include "app/main_of.hpp"

#include <gtest/gtest.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <string>
#include <vector>

#include "tests/hosting/shelf_domain.hpp"

namespace jumak::app {
namespace {

struct ending {
  int code;
  std::string out;
};

/// What the program of the shelf prints and ends with.
ending run(std::vector<const char*> words, const program& shown = {}) {
  const auto domain = shelf::make_domain();
  words.insert(words.begin(), "/usr/bin/shelf");
  testing::internal::CaptureStdout();
  const int code = main_of(static_cast<int>(words.size()), words.data(), *domain, shown);
  return {code, testing::internal::GetCapturedStdout()};
}

TEST(MainOf, IsCalledAsTheProgramIs) {
  const ending help = run({"--help"}, {.description = "Boxes on a shelf"});
  EXPECT_EQ(help.code, 0);
  EXPECT_NE(help.out.find("Boxes on a shelf"), std::string::npos);
  EXPECT_NE(help.out.find("Start with:  shelf serve"), std::string::npos);
  for (const char* command : {"serve", "send", "ask", "tail"}) {
    EXPECT_NE(help.out.find(command), std::string::npos) << command;
    EXPECT_EQ(run({command, "--help"}).code, 0) << command;
  }
  EXPECT_NE(run({"serve", "--help"}).out.find("shelf serve --role query"), std::string::npos);
}

TEST(MainOf, ShowsTheDomainsOwnExamples) {
  EXPECT_EQ(run({"send", "--help"}).out.find("Examples"), std::string::npos);
  const ending help = run({"send", "--help"}, {.examples = {.send = "  shelf send PutBox shelf/a\n"}});
  EXPECT_NE(help.out.find("Examples:\n  shelf send PutBox shelf/a"), std::string::npos) << help.out;
}

TEST(MainOf, RunsWhatTheDomainAdds) {
  const program shown{.more = [](CLI::App& app, int& code) {
    app.add_subcommand("tidy", "Tidies the shelf")->callback([&code] { code = 7; });
  }};
  EXPECT_EQ(run({"tidy"}, shown).code, 7);
}

TEST(MainOf, TakesAMistakeAsUsage) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(run({}).code, 2);
  EXPECT_EQ(run({"tidy"}).code, 2);
  EXPECT_EQ(run({"serve", "--no-such-option"}).code, 2);
  testing::internal::GetCapturedStderr();
}

}  // namespace
}  // namespace jumak::app
