#include "bench/run.hpp"

#include "bench/disk_probe.hpp"
#include "bench/environment.hpp"
#include "bench/failure.hpp"
#include "bench/report.hpp"
#include "bench/signals.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iostream>

namespace jumak::bench {

namespace {

constexpr std::chrono::seconds probe_duration{1};

/// The folder of one run, inside the one that was given; removed at the end.
class run_folder {
 public:
  explicit run_folder(const std::filesystem::path& parent) {
    std::string name = (parent / "jumak-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw failure("Cannot make a folder in " + parent.string() + "; name another with --dir.");
    path_ = name;
    if (lies_in_memory(path_))
      throw failure(parent.string() +
                    " lies in memory, where a sync costs nothing; name a disk with --dir.");
  }
  ~run_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  run_folder(const run_folder&) = delete;
  run_folder& operator=(const run_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

void measure_all(report& report) {
  for (const auto& row : report.options.rows)
    for (std::size_t repetition = 0; repetition < report.options.repetitions; ++repetition)
      for (const subject who : report.options.subjects) {
        if (stop_requested()) return;
        report.cells.push_back(measure(who, row, report.options));
        print_progress(std::cerr, report.cells.back());
      }
}

void write_json(const report& report, const std::filesystem::path& path) {
  std::ofstream file(path);
  file << boost::json::serialize(to_json(report)) << "\n";
  file.close();
  if (!file) throw failure("Cannot write " + path.string() + ".");
}

}  // namespace

int run(run_options options, const std::filesystem::path& json) {
  if (!is_release_build()) std::cerr << "This is no optimized build: do not quote its figures.\n";
  stop_on_signals();
  const run_folder folder(options.folder);
  options.folder = folder.path();
  report report{environment(folder.path()),
                std::move(options),
                probe_disk(folder.path(), probe_duration),
                {}};
  measure_all(report);
  print_table(std::cout, report);
  if (!json.empty()) write_json(report, json);
  const bool surprised = std::any_of(report.cells.begin(), report.cells.end(),
                                     [](const cell& cell) { return cell.load.surprised(); });
  return surprised || stop_requested() ? 1 : 0;
}

}  // namespace jumak::bench
