#include <CLI/CLI.hpp>
#include <string>

#include "app/client/commands.hpp"
#include "app/client/exit_code.hpp"
#include "app/demo_command.hpp"
#include "app/serve_command.hpp"
#include "app/version.hpp"

int main(int argc, char** argv) {
  int code = 0;
  CLI::App app("Jumak: an event-sourced CQRS server for hotel reservations, or a domain of yours", "jumak");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(jumak::app::version));
  app.footer("Start with:  jumak demo\nHelp for one:  jumak SUBCOMMAND --help");
  jumak::app::add_demo_command(app, code);
  jumak::app::add_serve_command(app, code);
  jumak::app::client::add_client_commands(app, code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const bool asked_for_help = app.exit(problem) == 0;
    return asked_for_help ? 0 : static_cast<int>(jumak::app::client::exit_code::usage);
  }
  return code;
}
