#include "app/describe/markdown_page.hpp"

#include <gtest/gtest.h>

#include "tests/app/describe/small_description.hpp"

namespace jumak::app::describe {
namespace {

std::string section(std::string_view name) {
  for (const page_section& one : page_sections(small_description())) {
    if (one.name == name) return one.table;
  }
  return "no such section";
}

TEST(MarkdownPage, HasATableForEachPart) {
  EXPECT_EQ(section("commands jar"),
            "| command | data | refused with, in this order |\n|---|---|---|\n"
            "| Fill | count, note? | unknown_jar, too_full |\n"
            "| Spoil (the engine's own) | count, note? |  |\n");
  EXPECT_EQ(section("events jar"), "| event | schema | data |\n|---|---|---|\n| Filled | 3 | count, note? |\n");
  EXPECT_EQ(section("queries"),
            "| query | data | answer |\n|---|---|---|\n| GetJar | count, note? | items [{count, note?}] |\n");
  EXPECT_EQ(section("fields"), "| takes | fields |\n|---|---|\n| a whole number from 1 to 9 | count |\n| a word | note |\n");
}

TEST(MarkdownPage, HoldsThemAll) {
  const std::string page = markdown_page(small_description(), "Jars");
  EXPECT_TRUE(page.starts_with("# Jars\n"));
  for (const page_section& one : page_sections(small_description())) {
    EXPECT_NE(page.find("## " + one.name + "\n\n" + one.table), std::string::npos) << one.name;
  }
}

TEST(MarkdownPage, FillsTheBlocksOfAnotherPage) {
  const std::vector<page_section> sections{{"queries", "| new |\n"}, {"fields", "| f |\n"}};
  const std::string before = "a\n<!-- describe: queries -->\n| old |\n<!-- /describe -->\nb\n";
  const std::string after = "a\n<!-- describe: queries -->\n| new |\n<!-- /describe -->\nb\n";
  EXPECT_EQ(with_sections(before, sections), after);
  EXPECT_EQ(with_sections(after, sections), after);
  EXPECT_EQ(with_sections("no block\n", sections), "no block\n");
  EXPECT_EQ(with_sections("<!-- describe: fields -->\nno end\n", sections), "<!-- describe: fields -->\nno end\n");
}

}  // namespace
}  // namespace jumak::app::describe
