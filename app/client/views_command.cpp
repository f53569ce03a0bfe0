#include "app/client/views_command.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "app/client/command_end.hpp"
#include "app/client/exchange.hpp"
#include "app/client/json_text.hpp"
#include "app/client/request_id.hpp"
#include "app/client/views_table.hpp"
#include "app/client/wording.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

/// Large views take some seconds to be read.
constexpr auto show_patience = std::chrono::milliseconds(10'000);
/// The log may have many millions of events.
constexpr auto rebuild_patience = std::chrono::hours(12);

/// Asks one thing and waits. Nothing, and a sentence on `err`, when there is no answer.
std::optional<reply> ask_for(connection& link, const char* type, std::chrono::milliseconds patience, std::ostream& err) {
  const std::string id = new_request_id();
  retry_limits limits;
  limits.patience = patience;
  limits.reply_wait = patience;
  const json::object asked{{"id", id}, {"type", type}};
  exchange request(link, id, json::serialize(asked), limits, new_seed(), std::chrono::steady_clock::now());
  if (request.finish() == exchange::progress::given_up) {
    err << request.why_given_up() << '\n';
    return std::nullopt;
  }
  return request.last_reply();
}

bool has_view(const reply& shown, const std::string& name) {
  for (const json::value& view : views_of(shown)) {
    if (view.as_object().at("name").as_string() == name) return true;
  }
  return false;
}

exit_code print(const views_options& options, const reply& answer, std::ostream& out, std::ostream& err) {
  if (answer.status != reply_status::ok) {
    err << in_plain_words(answer);
    return exit_code_of_error(answer.code);
  }
  if (options.raw) {
    out << one_line(answer.text) << '\n';
  } else {
    out << (options.rebuild ? rebuild_table(answer, options.name) : views_table(answer));
  }
  return options.rebuild && differs(answer) ? exit_code::refused : exit_code::done;
}

}  // namespace

exit_code run_views(const views_options& options, std::ostream& out, std::ostream& err) {
  const auto folder = options.views.empty() ? options.data / "views" : options.views;
  const auto file = folder / "views.sock";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    err << "No server keeps its views in " << folder.string() << ": give its folder with --data or --views.\n";
    return exit_code::usage;
  }
  zmq::context_t context;
  auto link = connection::open(context, "ipc://" + file.string(), new_seed());
  if (!link) {
    err << link.error().message << '\n';
    return exit_code_of(link.error().code);
  }
  const auto shown = ask_for(*link, "ShowViews", show_patience, err);
  if (!shown) return exit_code::no_answer;
  if (!options.rebuild || shown->status != reply_status::ok) return print(options, *shown, out, err);
  if (options.name && !has_view(*shown, *options.name)) {
    err << "There is no view " << *options.name << "; `views` shows which there are.\n";
    return exit_code::refused;
  }
  const auto rebuilt = ask_for(*link, "RebuildViews", rebuild_patience, err);
  return rebuilt ? print(options, *rebuilt, out, err) : exit_code::no_answer;
}

void add_views(CLI::App& app, int& code) {
  CLI::App* views = app.add_subcommand("views", "Show the views of a server on this machine, or rebuild them");
  auto options = std::make_shared<views_options>();
  views->add_option("--data", options->data, "The server's data folder")->capture_default_str();
  views->add_option("--views", options->views, "The server's --views, if it has one");
  views->add_flag("--raw", options->raw, "Print the answer as JSON, on one line");
  CLI::App* rebuild = views->add_subcommand("rebuild", "Build them anew from the log, while the server answers from the old");
  rebuild->add_option("NAME", options->name, "Report this view only; they are rebuilt together, at one position");
  rebuild->fallthrough();
  views->footer(
      "Views are read while the server answers queries from them; what a query waits for comes when they were read.\n"
      "A rebuild doubles the views' memory while it lasts.\n"
      "Exit codes: 0 done; 1 a rebuilt view differs from the one before, or there is none of that name; 2 no such\n"
      "folder; 3 no answer.");
  views->callback([options, rebuild, &code] {
    options->rebuild = rebuild->parsed();
    code = ended([&] { return run_views(*options, std::cout, std::cerr); });
  });
}

}  // namespace jumak::app::client
