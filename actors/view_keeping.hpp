#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "actors/view_set.hpp"
#include "hosting/hosted_domain.hpp"
#include "storage/view_snapshots.hpp"

namespace jumak::actors {

/// What an operator may want to know of the views; any thread.
struct view_notes {
  std::function<void(const std::string&)> done;     ///< All is as it should be.
  std::function<void(const std::string&)> ignored;  ///< Something was of no use; it is done without.
};

/// The views between two runs: a folder of snapshots of one domain's views. What it says is a shortcut, the log is the
/// truth. Any thread, but one save at a time.
class view_keeping {
 public:
  using question = hosting::hosted_views::question;

  /// Takes the folder. Errors as storage::view_snapshots::open.
  [[nodiscard]] static result<std::unique_ptr<view_keeping>> open(const hosting::hosted_domain& domain,
                                                                  const std::filesystem::path& folder,
                                                                  view_notes notes);

  /// Views from the newest snapshot that fits, of a position before `before` if that is given; views of nothing when
  /// there is none. Notes what it ignored. Blocks.
  [[nodiscard]] std::shared_ptr<view_set> start(std::optional<position> before) const;

  /// Keeps the views; failing is noted. `enough` may give up. Blocks.
  void save(const view_set& views, const question& enough);

  /// False for a domain whose views cannot be kept.
  [[nodiscard]] bool possible() const noexcept { return fingerprint_.has_value(); }
  /// Up to where the views are kept; 0 for nowhere.
  [[nodiscard]] position kept() const noexcept { return position(kept_.load()); }
  /// The running views go on from there: what is kept of later positions was of no use.
  void note_start(position at) noexcept { kept_.store(at.value()); }

 private:
  view_keeping(const hosting::hosted_domain& domain, storage::view_snapshots files, view_notes notes);

  const hosting::hosted_domain& domain_;
  storage::view_snapshots files_;
  view_notes notes_;
  std::optional<std::uint64_t> fingerprint_;
  std::atomic<std::uint64_t> kept_{0};
};

}  // namespace jumak::actors
