#include "app/client/commands.hpp"

#include "app/client/ask_command.hpp"
#include "app/client/replay_command.hpp"
#include "app/client/send_command.hpp"
#include "app/client/tail_command.hpp"

namespace jumak::app::client {

void add_client_commands(CLI::App& app, int& code) {
  add_send(app, code);
  add_ask(app, code);
  add_tail(app, code);
  add_replay(app, code);
}

}  // namespace jumak::app::client
