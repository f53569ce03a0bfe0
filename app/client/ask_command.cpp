#include "app/client/ask_command.hpp"

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

/// What the server waits when the query does not say (docs/protocol.md).
constexpr auto server_wait = std::chrono::milliseconds(1'000);
/// What an answer may take beyond the server's wait before the query is sent again.
constexpr auto reply_margin = std::chrono::milliseconds(2'000);
/// What connecting and retrying may take in all beyond the server's wait.
constexpr auto patience_margin = std::chrono::milliseconds(5'000);

result<json::object> query_from(const ask_options& options, const std::string& id) {
  auto complete = data_from(options.json, options.words);
  if (!complete) {
    return complete;
  }
  json::object query{{"id", id}, {"type", options.type}, {"data", std::move(*complete)}};
  if (options.after) {
    query["after"] = *options.after;
  }
  if (options.timeout_ms) {
    query["timeout_ms"] = *options.timeout_ms;
  }
  return query;
}

}  // namespace

exit_code run_ask(const ask_options& options, std::ostream& out, std::ostream& err) {
  const std::string id = new_request_id();
  const auto query = query_from(options, id);
  if (!query) {
    err << query.error().message << '\n';
    return exit_code_of(query.error().code);
  }
  zmq::context_t context;
  auto link = connection::open(context, options.queries, new_seed());
  if (!link) {
    err << link.error().message << '\n';
    return exit_code_of(link.error().code);
  }
  const auto wait =
      options.timeout_ms ? std::chrono::milliseconds(*options.timeout_ms) : server_wait;
  retry_limits limits;
  limits.reply_wait = wait + reply_margin;
  limits.patience = wait + patience_margin;
  exchange request(*link, id, json::serialize(*query), limits, new_seed(),
                   std::chrono::steady_clock::now());
  if (request.finish() == exchange::progress::given_up) {
    err << request.why_given_up() << '\n';
    return exit_code::no_answer;
  }
  const reply& answer = request.last_reply();
  out << (options.raw ? one_line(answer.text) : pretty(answer.text)) << '\n';
  if (answer.status == reply_status::ok) {
    return exit_code::done;
  }
  err << in_plain_words(answer);
  return exit_code_of_error(answer.code);
}

void add_ask(CLI::App& app, int& code, const std::string& examples) {
  CLI::App* ask = app.add_subcommand("ask", "Ask one query and print the answer as JSON");
  auto options = std::make_shared<ask_options>();
  ask->add_option("TYPE", options->type, "The query's name; GetSystemStatus is the engine's")->required();
  ask->add_option("DATA", options->words, "Fields of data: name=text, name:=JSON");
  ask->add_option("--json", options->json, "data as one JSON object; DATA adds to it");
  ask->add_option("--after", options->after,
                  "Answer only from a view that has applied this position");
  ask->add_option("--timeout-ms", options->timeout_ms,
                  "How long the server may wait for --after, 0 to 30000 (default 1000)");
  ask->add_option("--queries", options->queries, "The query endpoint")->capture_default_str();
  ask->add_flag("--raw", options->raw, "Print the answer on one line");
  ask->footer(
      with_examples("", examples) +
      "Exit codes: 0 answered; 1 refused (not_found, malformed and the like); 2 usage; 3 no "
      "answer,\n"
      "timeout, overloaded or unavailable.");
  ask->callback(
      [options, &code] { code = ended([&] { return run_ask(*options, std::cout, std::cerr); }); });
}

}  // namespace jumak::app::client
