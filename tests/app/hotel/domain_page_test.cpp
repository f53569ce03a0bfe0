#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "app/describe/markdown_page.hpp"
#include "app/hotel/hotel_domain.hpp"

/// The tables of docs/domain.md are what the program speaks. JUMAK_UPDATE_PAGES=1 writes them anew.
namespace jumak::app {
namespace {

constexpr const char* page_file = JUMAK_SOURCE "/docs/domain.md";

std::string read_page() {
  std::ifstream file(page_file);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(DomainPage, HasATableOfEachPart) {
  const std::string page = read_page();
  for (const auto& section : describe::page_sections(make_hotel_domain()->describe())) {
    EXPECT_NE(page.find("<!-- describe: " + section.name + " -->\n"), std::string::npos) << section.name;
  }
}

TEST(DomainPage, SaysWhatTheProgramSpeaks) {
  const std::string page = read_page();
  const std::string expected = describe::with_sections(page, describe::page_sections(make_hotel_domain()->describe()));
  if (std::getenv("JUMAK_UPDATE_PAGES") != nullptr) std::ofstream(page_file) << expected;
  EXPECT_EQ(page, expected) << "run this test again with JUMAK_UPDATE_PAGES=1 and look at what it changed";
}

}  // namespace
}  // namespace jumak::app
