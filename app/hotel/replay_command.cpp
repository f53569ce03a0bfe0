#include "app/hotel/replay_command.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "app/client/command_end.hpp"
#include "app/client/request_id.hpp"
#include "app/hotel/booking_file.hpp"
#include "app/hotel/replay_run.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

/// What a server admits of one connection, and in one message (docs/protocol.md).
constexpr std::uint32_t in_flight_max = 1'024;
constexpr std::uint32_t batch_max = 1'024;
/// Leaves room for what is added to it in ids and guests' names, which are at most 64 long.
constexpr std::size_t name_length_max = 24;

std::string check_name(const std::string& name) {
  constexpr std::string_view allowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";
  const bool fine = !name.empty() && name.size() <= name_length_max && name != "." &&
                    name != ".." && name.find_first_not_of(allowed) == std::string::npos;
  return fine ? std::string() : "a name is 1 to 24 of A-Z a-z 0-9 . _ : -, like resort";
}

result<replay_plan> plan_from(const replay_options& options) {
  if (options.ample == (options.tight != 0)) {
    return failure(errc::bad_configuration, "Give either --ample or --tight N.");
  }
  auto bookings = read_bookings(options.file, options.hotel);
  if (!bookings) {
    return tl::unexpected(bookings.error());
  }
  return make_plan(std::move(*bookings), {.title = options.hotel,
                                          .name = options.name,
                                          .size = options.ample ? sizing::ample : sizing::tight,
                                          .rooms_a_type = options.tight});
}

/// Prints a line a second: how far, how fast, how many refused.
class progress_printer {
 public:
  progress_printer(std::ostream& err, std::size_t total) : err_(err), total_(total) {}

  void operator()(std::size_t settled, const replay_report& report) {
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - at_).count();
    const auto rate = static_cast<double>(settled - settled_) / seconds;
    err_ << settled << " of " << total_ << " commands, " << static_cast<std::uint64_t>(rate)
         << " a second, " << report.rejected() << " rejected, " << report.errors() << " errors"
         << std::endl;
    at_ = now;
    settled_ = settled;
  }

 private:
  std::ostream& err_;
  std::size_t total_;
  std::size_t settled_ = 0;
  std::chrono::steady_clock::time_point at_ = std::chrono::steady_clock::now();
};

exit_code judge(const replay_options& options, const replay_outcome& outcome,
                const replay_report& report, std::ostream& err) {
  if (outcome.backdating_forbidden) {
    err << "The server takes no `time` from clients: start it with --allow-backdating.\n";
    return exit_code::refused;
  }
  if (outcome.end == replay_flow::status::given_up) {
    err << "Nothing was settled for " << options.timeout_ms << " ms by " << options.commands
        << ": is `jumak serve` running there? Replay again to go on; nothing happens twice.\n";
    return exit_code::no_answer;
  }
  if (outcome.out_of_order > 0) {
    err << outcome.out_of_order
        << " commands were turned away and settled after later ones, so the "
        << "result is not the plan's: replay into an empty server with a smaller --in-flight.\n";
    return exit_code::no_answer;
  }
  return report.errors() > 0 ? exit_code::refused : exit_code::done;
}

}  // namespace

exit_code run_replay(const replay_options& options, std::ostream& out, std::ostream& err) {
  const auto plan = plan_from(options);
  if (!plan) {
    err << plan.error().message << '\n';
    return exit_code::usage;
  }
  zmq::context_t context;
  auto link = connection::open(context, options.commands, new_seed());
  if (!link) {
    err << link.error().message << '\n';
    return exit_code::usage;
  }
  flow_limits limits;
  limits.in_flight_max = options.in_flight;
  limits.patience = std::chrono::milliseconds(options.timeout_ms);
  replay_report report(plan->commands.size());
  err << "Replaying " << plan->bookings.size() << " bookings as " << plan->commands.size()
      << " commands." << std::endl;
  const auto start = std::chrono::steady_clock::now();
  const replay_outcome outcome =
      run_plan(*plan, *link, limits, std::min(options.batch, options.in_flight), new_seed(), report,
               progress_printer(err, plan->commands.size()));
  const json::object figures = report.to_json(std::chrono::steady_clock::now() - start,
                                              outcome.resent, outcome.out_of_order);
  out << (options.json ? json::serialize(figures) + '\n' : report_in_words(figures));
  return judge(options, outcome, report, err);
}

void add_replay(CLI::App& app, int& code) {
  CLI::App* replay = app.add_subcommand("replay", "Send real bookings from a file to a server");
  auto options = std::make_shared<replay_options>();
  replay->add_option("FILE", options->file, "Hotel booking demand data, .csv or .csv.gz")
      ->required();
  replay->add_option("--hotel", options->hotel, "Whose rows: the column `hotel`")->required();
  replay->add_option("--as", options->name, "The hotel's name in the server, like resort")
      ->required()
      ->check(CLI::Validator(check_name, "NAME"));
  CLI::Option* ample =
      replay->add_flag("--ample", options->ample, "1,000 rooms of each type, stays played in full");
  replay
      ->add_option("--tight", options->tight,
                   "So many rooms of each type; only bookings, cancellations and no-shows")
      ->check(CLI::Range(1, 9'999))
      ->excludes(ample);
  replay->add_option("--commands", options->commands, "The command endpoint")
      ->capture_default_str();
  replay->add_option("--in-flight", options->in_flight, "Commands under way at once")
      ->check(CLI::Range(std::uint32_t{1}, in_flight_max))
      ->capture_default_str();
  replay->add_option("--batch", options->batch, "Commands a message")
      ->check(CLI::Range(std::uint32_t{1}, batch_max))
      ->capture_default_str();
  replay
      ->add_option("--timeout", options->timeout_ms,
                   "Milliseconds without progress to give up after")
      ->capture_default_str();
  replay->add_flag("--json", options->json, "Print the summary as one line of JSON");
  replay->footer(
      "The server has to run with --allow-backdating. Ids are the same each time, so a replay "
      "that\n"
      "was cut off can be started again, and a second one must end with the same answers digest.\n"
      "\n"
      "Examples:\n"
      "  jumak replay bookings.csv.gz --hotel 'Resort Hotel' --as resort --ample\n"
      "  jumak replay bookings.csv --hotel 'Resort Hotel' --as resort --tight 40 --json\n"
      "\n"
      "Exit codes: 0 all answered, rejections included; 1 errors among the answers; 2 usage, or "
      "the\n"
      "file cannot be used; 3 not all answered, or answered out of order.");
  replay->callback([options, &code] {
    code = ended([&] { return run_replay(*options, std::cout, std::cerr); });
  });
}

}  // namespace jumak::app::client
