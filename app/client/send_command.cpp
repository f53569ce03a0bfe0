#include "app/client/send_command.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "app/client/arguments.hpp"
#include "app/client/command_end.hpp"
#include "app/client/exchange.hpp"
#include "app/client/help_examples.hpp"
#include "app/client/json_text.hpp"
#include "app/client/request_id.hpp"
#include "app/client/wording.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

/// The command as it goes out. Absent fields are left out.
result<json::object> command_from(const send_options& options, const std::string& id) {
  auto complete = data_from(options.json, options.words);
  if (!complete) {
    return complete;
  }
  json::object command{{"id", id}, {"type", options.type}, {"aggregate", options.aggregate}};
  if (options.expected_version) {
    command["expected_version"] = *options.expected_version;
  }
  const auto add_if_given = [&](std::string_view field, const std::string& value) {
    if (!value.empty()) {
      command[field] = value;
    }
  };
  add_if_given("actor", options.actor);
  add_if_given("time", options.time);
  add_if_given("correlation_id", options.correlation_id);
  add_if_given("expires", options.expires);
  command["data"] = std::move(*complete);
  return command;
}

exit_code settle(const send_options& options, const exchange& request, const std::string& id,
                 std::ostream& out, std::ostream& err) {
  const reply& answer = request.last_reply();
  if (options.raw) {
    out << one_line(answer.text) << '\n';
  } else {
    out << in_plain_words(answer);
    if (options.id.empty()) {
      out << "  id " << id << '\n';
    }
  }
  if (answer.status == reply_status::accepted) {
    return exit_code::done;
  }
  if (answer.status == reply_status::rejected) {
    return exit_code::refused;
  }
  if (request.outcome_open()) {
    err << "An earlier copy went unanswered, so the outcome is not known: send it again with --id "
        << id << ".\n";
    return exit_code::no_answer;
  }
  return exit_code_of_error(answer.code);
}

}  // namespace

exit_code run_send(const send_options& options, std::ostream& out, std::ostream& err) {
  const std::string id = options.id.empty() ? new_request_id() : options.id;
  const auto command = command_from(options, id);
  if (!command) {
    err << command.error().message << '\n';
    return exit_code_of(command.error().code);
  }
  zmq::context_t context;
  auto link = connection::open(context, options.commands, new_seed());
  if (!link) {
    err << link.error().message << '\n';
    return exit_code_of(link.error().code);
  }
  retry_limits limits;
  limits.patience = std::chrono::milliseconds(options.timeout_ms);
  exchange request(*link, id, json::serialize(*command), limits, new_seed(),
                   std::chrono::steady_clock::now());
  if (request.finish() == exchange::progress::answered) {
    return settle(options, request, id, out, err);
  }
  err << request.why_given_up() << '\n';
  if (request.outcome_open()) {
    err << "It is not known whether the command took effect. Send it again with --id " << id
        << ": nothing happens twice.\n";
  }
  return exit_code::no_answer;
}

void add_send(CLI::App& app, int& code, const std::string& examples) {
  CLI::App* send = app.add_subcommand("send", "Send one command and print its answer");
  auto options = std::make_shared<send_options>();
  send->add_option("TYPE", options->type, "The command's name")->required();
  send->add_option("AGGREGATE", options->aggregate, "kind/name")
      ->required();
  send->add_option("DATA", options->words,
                   "Fields of data: name=text, name:=JSON, outer.inner:=JSON for nested ones");
  send->add_option("--json", options->json, "data as one JSON object; DATA adds to it");
  send->add_option("--id", options->id, "The command's id (else a new one is made and printed)");
  send->add_option("--expected-version", options->expected_version,
                   "Version the stream must have; 0 = must not exist yet");
  send->add_option("--actor", options->actor, "Who does it; copied into the events");
  send->add_option("--time", options->time,
                   "When it counts as happening, RFC 3339 (server with --allow-backdating)");
  send->add_option("--correlation-id", options->correlation_id, "Copied into the events");
  send->add_option("--expires", options->expires, "From this moment on it is refused, RFC 3339");
  send->add_option("--commands", options->commands, "The command endpoint")->capture_default_str();
  send->add_option("--timeout", options->timeout_ms, "Milliseconds to wait, retries included")
      ->capture_default_str();
  send->add_flag("--raw", options->raw, "Print the reply as one line of JSON");
  send->footer(
      with_examples("", examples) +
      "Exit codes: 0 accepted; 1 refused; 2 usage; 3 no answer, overloaded, unavailable or "
      "outcome\n"
      "unknown (send again with the same --id).");
  send->callback(
      [options, &code] { code = ended([&] { return run_send(*options, std::cout, std::cerr); }); });
}

}  // namespace jumak::app::client
