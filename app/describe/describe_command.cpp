#include "app/describe/describe_command.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "app/client/exit_code.hpp"
#include "app/client/json_text.hpp"
#include "app/describe/asyncapi_document.hpp"
#include "app/describe/json_schema_document.hpp"
#include "app/describe/markdown_page.hpp"
#include "app/version.hpp"

namespace jumak::app {
namespace {

struct describe_options {
  bool json_schema = false;
  bool asyncapi = false;
  bool markdown = false;
};

std::string described(const hosting::domain_description& domain, const describe_options& options,
                      const std::string& title) {
  using client::pretty;
  if (options.json_schema) return pretty(boost::json::serialize(describe::json_schema_document(domain, title))) + '\n';
  if (options.asyncapi) {
    return pretty(boost::json::serialize(describe::asyncapi_document(domain, title, std::string(version)))) + '\n';
  }
  return describe::markdown_page(domain, title);
}

}  // namespace

void add_describe_command(CLI::App& app, int& code, const hosting::hosted_domain& domain) {
  CLI::App* command = app.add_subcommand("describe", "Print what this program speaks: commands, events, queries");
  auto options = std::make_shared<describe_options>();
  CLI::Option* schema = command->add_flag("--json-schema", options->json_schema, "As a JSON Schema of every request");
  CLI::Option* asyncapi = command->add_flag("--asyncapi", options->asyncapi, "As an AsyncAPI 3 document");
  CLI::Option* markdown = command->add_flag("--markdown", options->markdown, "As tables in Markdown; if none is chosen");
  schema->excludes(asyncapi)->excludes(markdown);
  asyncapi->excludes(markdown);
  command->callback([options, &code, &domain, title = app.get_name()] {
    std::cout << described(domain.describe(), *options, title) << std::flush;
    code = static_cast<int>(std::cout ? client::exit_code::done : client::exit_code::no_answer);
  });
}

}  // namespace jumak::app
