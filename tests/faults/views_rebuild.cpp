#include "tests/faults/views_rebuild.hpp"

#include <csignal>
#include <exception>
#include <thread>

#include "tests/faults/child_process.hpp"
#include "tests/faults/paced_load.hpp"
#include "tests/faults/violation.hpp"

namespace jumak::faults {
namespace {

namespace json = boost::json;
using clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience(120);
/// Load without a rebuild before the first, between two and after the last, in seconds of commands.
constexpr std::uint64_t breath = 2;

double seconds_since(clock::time_point begun) { return std::chrono::duration<double>(clock::now() - begun).count(); }

class run {
 public:
  explicit run(const views_rebuild_options& options) : options_(options) {}

  json::object all() {
    start({});
    zmq::context_t context;
    paced_writer writer(context, address("commands"));
    writer.set_up();
    writer.write(options_.events);
    json::object figures = under_load(context, writer);
    const json::object live = views({"views"});
    stop();
    start({"--view-snapshot-every", "0"});
    const json::object fresh = views({"views"});
    stop();
    if (live.at("views") != fresh.at("views")) {
      throw violation("the running views were " + json::serialize(live) + ", a fresh fold is " + json::serialize(fresh));
    }
    figures["position"] = live.at("position");
    figures["hashes_equal_to_a_fresh_fold"] = true;
    return figures;
  }

 private:
  [[nodiscard]] std::string data() const { return (options_.folder / "data").string(); }
  [[nodiscard]] std::string address(const char* name) const { return "ipc://" + (options_.folder / name).string(); }

  void start(const std::vector<std::string>& more) {
    std::vector<std::string> words{options_.server, "serve", "--data", data()};
    for (const char* name : {"commands", "queries", "events", "history"}) {
      words.insert(words.end(), {std::string("--") + name, address(name)});
    }
    words.insert(words.end(), more.begin(), more.end());
    server_ = std::make_unique<child_process>(words, options_.folder / "server.log");
    server_->ready(patience);
  }
  void stop() {
    server_->signal(SIGTERM);
    if (server_->wait(patience) != 0) throw violation("the server did not stop in order");
  }

  /// What `jumak views …` says.
  json::object views(std::vector<std::string> words) {
    words.insert(words.begin(), options_.server);
    words.insert(words.end(), {"--data", data(), "--raw"});
    child_process shown(words, options_.folder / "views.log");
    json::object answer = shown.ready(patience);
    if (const int code = shown.wait(patience); code != 0) {
      throw violation("exit code " + std::to_string(code) + " with " + json::serialize(answer));
    }
    return answer.at("data").as_object();
  }

  json::object under_load(zmq::context_t& context, paced_writer& writer) {
    std::atomic<bool> stop{false};
    std::exception_ptr failed;
    const auto guarded = [&](auto work) {
      return [&, work] {
        try {
          work();
        } catch (...) {
          failed = std::current_exception();
          stop = true;
        }
      };
    };
    paced_asker asker(context, address("queries"));
    std::uint64_t written = 0;
    const auto begun = clock::now();
    double seconds = 0;
    std::thread writes(guarded([&] {
      written = writer.write_at(options_.commands_per_second, stop);
      seconds = seconds_since(begun);
    }));
    std::thread asks(guarded([&] { asker.ask_at(options_.queries_per_second, writer, stop); }));
    json::array rebuilds;
    guarded([&] {
      writer.await(breath * options_.commands_per_second, stop);
      for (std::uint64_t count = 0; count < options_.rebuilds && !stop; ++count) {
        json::object rebuilt = views({"views", "rebuild"});
        if (!rebuilt.at("equal").as_bool()) throw violation("rebuilt views differ: " + json::serialize(rebuilt));
        rebuilt.erase("views");
        rebuilds.push_back(std::move(rebuilt));
        writer.await(breath * options_.commands_per_second, stop);
      }
    })();
    stop = true;
    writes.join();
    asks.join();
    if (failed) std::rethrow_exception(failed);
    const std::vector<double>& times = asker.times();
    return {{"seconds", seconds},
            {"commands_per_second", static_cast<double>(written) / seconds},
            {"queries", times.size()},
            {"queries_per_second", static_cast<double>(times.size()) / seconds},
            {"query_ms_p50", times[times.size() / 2]},
            {"query_ms_p99", times[times.size() * 99 / 100]},
            {"query_ms_max", times.back()},
            {"rebuilds", std::move(rebuilds)}};
  }

  views_rebuild_options options_;
  std::unique_ptr<child_process> server_;
};

}  // namespace

json::object run_views_rebuild(const views_rebuild_options& options) {
  std::filesystem::create_directories(options.folder);
  return run(options).all();
}

}  // namespace jumak::faults
