#include "app/hotel/demo_command.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/json/serialize.hpp>
#include <chrono>
#include <iostream>

#include "app/client/connection.hpp"
#include "app/client/exchange.hpp"
#include "app/client/exit_code.hpp"
#include "app/client/json_text.hpp"
#include "app/client/request_id.hpp"
#include "app/client/wording.hpp"
#include "app/hotel/demo_story.hpp"
#include "app/hotel/hotel_domain.hpp"
#include "app/server.hpp"
#include "app/stop_signals.hpp"

namespace jumak::app {
namespace {

namespace json = boost::json;

/// Minutes and seconds of today make names that are new on each start.
std::string new_stamp() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now).count() % 10'000'000);
}

/// Plays the story over real sockets, as any client would.
class storyteller {
 public:
  explicit storyteller(const server_options& bound) : bound_(bound) {}

  /// False when a request got no answer.
  bool play(const std::vector<story_step>& story) {
    for (const story_step& step : story) {
      if (!play(step)) return false;
    }
    return true;
  }

 private:
  bool play(const story_step& step) {
    const std::string id = client::new_request_id();
    json::object request{{"id", id}, {"type", step.type}};
    if (step.what == story_step::kind::command) request["aggregate"] = step.aggregate;
    request["data"] = step.data;
    if (step.what == story_step::kind::query) request["after"] = position_;
    const std::string text = json::serialize(request);
    std::cout << '\n' << step.caption << "\n  > " << text << '\n';
    const auto answer = exchange_one(step, id, text);
    if (!answer) return false;
    print(step, *answer);
    if (answer->position) position_ = std::max(position_, *answer->position);
    return true;
  }

  std::optional<client::reply> exchange_one(const story_step& step, const std::string& id, const std::string& text) {
    const bool command = step.what == story_step::kind::command;
    auto link = client::connection::open(context_, command ? bound_.commands : bound_.queries, client::new_seed());
    if (!link) {
      std::cerr << link.error().message << '\n';
      return std::nullopt;
    }
    client::exchange request(*link, id, text, {}, client::new_seed(), std::chrono::steady_clock::now());
    if (request.finish() == client::exchange::progress::answered) return request.last_reply();
    std::cerr << request.why_given_up() << '\n';
    return std::nullopt;
  }

  static void print(const story_step& step, const client::reply& answer) {
    if (step.what == story_step::kind::query) {
      std::cout << client::pretty(answer.text) << '\n';
    } else {
      std::cout << "  < " << client::one_line(answer.text) << '\n' << client::in_plain_words(answer);
    }
    if (!step.after.empty()) std::cout << step.after << '\n';
  }

  const server_options& bound_;
  zmq::context_t context_;
  std::uint64_t position_ = 0;
};

/// The flags that a client needs when the server is not at its usual addresses.
std::string flags_for(const std::string& flag, const std::string& bound, const std::string& usual) {
  return bound == usual ? std::string() : " --" + flag + " '" + bound + "'";
}

void say_what_next(const server_options& bound, const std::vector<story_step>& story, const std::string& stamp) {
  const server_options usual;
  const std::string commands = flags_for("commands", bound.commands, usual.commands);
  const std::string queries = flags_for("queries", bound.queries, usual.queries);
  const std::string tail = flags_for("events", bound.events, usual.events) +
                           flags_for("history", bound.history, usual.history);
  const story_step& ask = story.back();
  story_step cancel{"", "", story_step::kind::command, "CancelReservation", "hotel/grand-seoul-" + stamp,
                    {{"reservation", "r-1"}, {"reason", "plans changed"}}};
  std::cout << "\nIt goes on serving. Now you, in another terminal:\n\n"
            << "  " << as_command_line(ask, queries) << '\n'
            << "  " << as_command_line(cancel, commands) << '\n'
            << "  ./run tail hotel/grand-seoul-" << stamp << "/" << tail << '\n'
            << "  ./run ask GetSystemStatus" << queries << '\n'
            << "\nThe log is in " << bound.data.string() << ". Ctrl-C stops; nothing that was answered is lost.\n"
            << std::flush;
}

int run(server_options options) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("jumak"));
  stop_signals signals;
  const auto domain = make_hotel_domain();
  auto opened = server::open(*domain, std::move(options));
  if (!opened) {
    std::cerr << "jumak: " << opened.error().message << '\n';
    return static_cast<int>(client::exit_code::usage);
  }
  server& running = **opened;
  running.on_broken([&signals] { signals.wake(); });
  const bool started = running.start(signals.asked());
  bool told = false;
  if (started) {
    const server_options& bound = running.bound();
    std::cout << "Jumak is up: commands at " << bound.commands << ", queries at " << bound.queries << ",\nevents at "
              << bound.events << ", history at " << bound.history << ".\n";
    const std::string stamp = new_stamp();
    const auto story = tell_story(stamp);
    told = storyteller(bound).play(story);
    if (told) {
      say_what_next(bound, story, stamp);
      signals.wait();
    }
  }
  const bool broken = running.broken().has_value();
  running.stop();
  if (broken) return static_cast<int>(client::exit_code::no_answer);
  return static_cast<int>(told || !started ? client::exit_code::done : client::exit_code::refused);
}

}  // namespace

void add_demo_command(CLI::App& app, int& code) {
  auto options = std::make_shared<server_options>();
  CLI::App* demo = app.add_subcommand("demo", "Start a server, play a short story through it, and go on serving");
  demo->add_option("--data", options->data, "Folder of the log and its folds; made if missing")->capture_default_str();
  demo->add_option("--commands", options->commands, "Address for commands")->capture_default_str();
  demo->add_option("--queries", options->queries, "Address for queries")->capture_default_str();
  demo->add_option("--events", options->events, "Address for events")->capture_default_str();
  demo->add_option("--history", options->history, "Address for history")->capture_default_str();
  demo->footer("Example:\n  jumak demo --data my-first-hotel");
  demo->callback([options, &code] { code = run(*options); });
}

}  // namespace jumak::app
