#pragma once

#include <string>
#include <vector>

#include "hosting/description.hpp"

namespace jumak::app::describe {

/// One table of the page: `commands KIND`, `events KIND`, `queries` or `fields`.
struct page_section {
  std::string name;
  std::string table;  ///< Markdown, ends with a newline.
};

/// Every section in order. In `data` a `?` marks what may be left out, `{…}` an object, `[…]` a list.
[[nodiscard]] std::vector<page_section> page_sections(const hosting::domain_description& domain);

/// All sections under headings.
[[nodiscard]] std::string markdown_page(const hosting::domain_description& domain, const std::string& title);

/// The text with each of its blocks
///
///   <!-- describe: NAME -->
///   <!-- /describe -->
///
/// filled with the section of that name; what was between the marks goes. A name without a section stays as it is.
[[nodiscard]] std::string with_sections(const std::string& text, const std::vector<page_section>& sections);

}  // namespace jumak::app::describe
