#include "app/main_of.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/client/commands.hpp"
#include "app/client/exit_code.hpp"
#include "app/describe/describe_command.hpp"
#include "app/serve_command.hpp"
#include "app/version.hpp"

namespace jumak::app {

int main_of(int argc, const char* const* argv, const hosting::hosted_domain& domain, const program& shown) {
  int code = 0;
  const std::string name = argc > 0 ? std::filesystem::path(argv[0]).filename().string() : "jumak";
  CLI::App app(shown.description, name);
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(version));
  app.footer("Start with:  " + name + ' ' + shown.start_with + "\nHelp for one:  " + name + " SUBCOMMAND --help");
  if (shown.more) shown.more(app, code);
  add_serve_command(app, code, domain);
  client::add_client_commands(app, code, shown.examples);
  add_describe_command(app, code, domain);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const bool asked_for_help = app.exit(problem) == 0;
    return asked_for_help ? 0 : static_cast<int>(client::exit_code::usage);
  }
  return code;
}

}  // namespace jumak::app
