#include "app/client/commands.hpp"

#include "app/client/ask_command.hpp"
#include "app/client/send_command.hpp"
#include "app/client/tail_command.hpp"
#include "app/client/views_command.hpp"

namespace jumak::app::client {

void add_client_commands(CLI::App& app, int& code, const help_examples& examples) {
  add_send(app, code, examples.send);
  add_ask(app, code, examples.ask);
  add_tail(app, code, examples.tail);
  add_views(app, code);
}

}  // namespace jumak::app::client
