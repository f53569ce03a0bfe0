#include "app/client/tail_command.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>
#include <optional>

#include "app/client/command_end.hpp"
#include "app/client/exchange.hpp"
#include "app/client/help_examples.hpp"
#include "app/client/request_id.hpp"
#include "app/client/tail_feed.hpp"

namespace jumak::app::client {
namespace {

namespace json = boost::json;

/// After so long without a word from the publisher, history is asked once.
constexpr auto silence_max = std::chrono::seconds(5);
constexpr auto history_patience = std::chrono::seconds(30);
/// Live messages taken in before the screen and the history socket get their turn.
constexpr int live_messages_a_turn = 1'000;

/// One tail from its first read to its end.
class tailing {
 public:
  tailing(const tail_options& options, connection history, std::optional<tail_feed> feed,
          std::ostream& out)
      : options_(options),
        history_(std::move(history)),
        feed_(std::move(feed)),
        out_(out),
        merge_(options.from,
               options.prefix.empty() ? tail_merge::view::everything : tail_merge::view::prefix) {}

  /// Runs until there is nothing more to print; a failure says why it could not go on.
  result<void> run() {
    while (true) {
      const auto now = std::chrono::steady_clock::now();
      if (auto done = take_live(now); !done) {
        return done;
      }
      if (auto done = take_history(now); !done) {
        return done;
      }
      out_.flush();
      const bool complete = options_.no_follow && merge_.caught_up();
      if (complete || limit_reached() || !out_) {
        return {};
      }
      wait();
    }
  }

 private:
  result<void> take_live(exchange::time_point now) {
    for (int taken = 0; feed_ && taken < live_messages_a_turn; ++taken) {
      auto message = feed_->receive();
      if (!message) {
        break;
      }
      heard_at_ = now;
      if (auto* beat = std::get_if<heartbeat>(&*message)) {
        if (auto done = take_heartbeat(std::move(*beat)); !done) {
          return done;
        }
      } else if (auto* event = std::get_if<tail_event>(&*message)) {
        print(merge_.take_live(std::move(*event)));
      }
    }
    if (now - heard_at_ >= silence_max) {
      heard_at_ = now;
      merge_.suspect_loss();
    }
    return {};
  }

  result<void> take_heartbeat(heartbeat beat) {
    if (log_.empty()) {
      log_ = std::move(beat.log);
    } else if (log_ != beat.log) {
      return failure(errc::wrong_log, "The log changed from " + log_ + " to " + beat.log +
                                          " (was a backup restored?): start the tail again.");
    }
    merge_.take_head(beat.position);
    return {};
  }

  result<void> take_history(exchange::time_point now) {
    if (const auto from = merge_.read_wanted()) {
      const std::string id = "tail-" + std::to_string(++reads_);
      retry_limits limits;
      limits.patience = history_patience;
      read_.emplace(history_, id, history_request(id, *from, options_.prefix), limits, new_seed(),
                    now);
      read_from_ = *from;
      merge_.begin_read();
    }
    if (!read_) {
      return {};
    }
    switch (read_->advance(now)) {
      case exchange::progress::waiting:
        return {};
      case exchange::progress::given_up:
        return failure(errc::unavailable, read_->why_given_up());
      case exchange::progress::answered:
        break;
    }
    const reply answer = read_->last_reply();
    read_.reset();
    if (answer.status != reply_status::ok) {
      return failure(errc::malformed, "History is refused, " + answer.code + ": " + answer.message);
    }
    auto page = page_from(answer, read_from_, options_.prefix);
    if (!page) {
      return tl::unexpected(page.error());
    }
    print(merge_.take_page(std::move(*page)));
    return {};
  }

  void wait() {
    const auto now = std::chrono::steady_clock::now();
    std::vector<zmq::pollitem_t> items;
    auto time = std::chrono::duration_cast<std::chrono::milliseconds>(silence_max);
    if (merge_.read_wanted()) {
      return;
    }
    if (feed_) {
      items.push_back(feed_->poll_item());
    }
    if (read_) {
      items.push_back(read_->poll_item());
      time = read_->poll_time(now);
    }
    wait_for(items, time);
  }

  void print(const std::vector<tail_event>& events) {
    for (const tail_event& event : events) {
      if (limit_reached()) {
        return;
      }
      ++printed_;
      if (options_.json) {
        out_ << json::serialize(event.json) << '\n';
        continue;
      }
      out_ << event.position << ' ' << field(event, "time") << ' ' << field(event, "type") << ' '
           << field(event, "subject") << ' ' << field(event, "data") << '\n';
    }
  }

  static std::string field(const tail_event& event, std::string_view name) {
    const json::value* value = event.json.if_contains(name);
    if (value == nullptr) {
      return "-";
    }
    return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
  }

  bool limit_reached() const { return options_.limit != 0 && printed_ >= options_.limit; }

  const tail_options& options_;
  connection history_;
  std::optional<tail_feed> feed_;
  std::ostream& out_;
  tail_merge merge_;
  std::optional<exchange> read_;
  std::uint64_t read_from_ = 0;
  std::uint64_t reads_ = 0;
  std::uint64_t printed_ = 0;
  std::string log_;
  exchange::time_point heard_at_ = std::chrono::steady_clock::now();
};

}  // namespace

exit_code run_tail(const tail_options& options, std::ostream& out, std::ostream& err) {
  const auto fail = [&](const error& problem) {
    err << problem.message << '\n';
    return exit_code_of(problem.code);
  };
  zmq::context_t context;
  // Subscribe before history is read, or what happens in between is in neither.
  std::optional<tail_feed> feed;
  if (!options.no_follow) {
    auto opened = tail_feed::open(context, options.events, options.prefix);
    if (!opened) {
      return fail(opened.error());
    }
    feed = std::move(*opened);
  }
  auto history = connection::open(context, options.history, new_seed());
  if (!history) {
    return fail(history.error());
  }
  tailing tail(options, std::move(*history), std::move(feed), out);
  if (const auto done = tail.run(); !done) {
    return fail(done.error());
  }
  return exit_code::done;
}

void add_tail(CLI::App& app, int& code, const std::string& examples) {
  CLI::App* tail = app.add_subcommand("tail", "Print events: history, then live, without a gap");
  auto options = std::make_shared<tail_options>();
  tail->add_option("PREFIX", options->prefix,
                   "Only events whose stream/type begins with it, like kind/name/");
  tail->add_option("--from", options->from, "The first position")
      ->check(CLI::Range(std::uint64_t{1}, UINT64_MAX))
      ->capture_default_str();
  tail->add_option("--events", options->events, "The events endpoint")->capture_default_str();
  tail->add_option("--history", options->history, "The history endpoint")->capture_default_str();
  tail->add_option("--limit", options->limit, "Stop after that many events (0 = never)")
      ->capture_default_str();
  tail->add_flag("--no-follow", options->no_follow, "Stop at the head of the log");
  tail->add_flag("--json", options->json, "One CloudEvents object a line");
  tail->footer(
      with_examples("Prints `position time type stream data`, one line an event, until Ctrl-C.\n\n",
                    examples) +
      "Exit codes: 0 done; 1 refused, or the log was replaced; 2 usage; 3 history does not "
      "answer.");
  tail->callback(
      [options, &code] { code = ended([&] { return run_tail(*options, std::cout, std::cerr); }); });
}

}  // namespace jumak::app::client
