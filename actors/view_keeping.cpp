#include "actors/view_keeping.hpp"

#include <chrono>

namespace jumak::actors {
namespace {

std::string text_of(position at) { return std::to_string(at.value()); }

}  // namespace

view_keeping::view_keeping(const hosting::hosted_domain& domain, storage::view_snapshots files, view_notes notes)
    : domain_(domain),
      files_(std::move(files)),
      notes_(std::move(notes)),
      fingerprint_(domain.make_views()->fingerprint()) {}

result<std::unique_ptr<view_keeping>> view_keeping::open(const hosting::hosted_domain& domain,
                                                         const std::filesystem::path& folder, view_notes notes) {
  auto files = storage::view_snapshots::open(folder);
  if (!files) return tl::unexpected(files.error());
  return std::unique_ptr<view_keeping>(new view_keeping(domain, std::move(*files), std::move(notes)));
}

std::shared_ptr<view_set> view_keeping::start(std::optional<position> before) const {
  while (fingerprint_) {
    const auto fits = [&](const log_head& head) { return !before || head.head() < *before; };
    const auto snapshot = files_.newest(*fingerprint_, fits, notes_.ignored);
    if (!snapshot) break;
    if (auto views = view_set::from(domain_, *snapshot)) return views;
    before = snapshot->head.head();
    notes_.ignored("the snapshot of position " + text_of(*before) + " is ignored: the views do not understand it");
  }
  return std::make_shared<view_set>(domain_);
}

void view_keeping::save(const view_set& views, const question& enough) {
  if (!fingerprint_ || !views.sound()) return;
  const auto begun = std::chrono::steady_clock::now();
  const auto written = files_.write(views.head(), views.streams(), *fingerprint_, [&](const auto& piece) {
    return views.views().save(piece, enough);
  });
  const position at = views.head().head();
  if (!written) return notes_.ignored("the views are not kept at position " + text_of(at) + ": " + written.error().message);
  kept_.store(at.value());
  const auto took = std::chrono::steady_clock::now() - begun;
  notes_.done("the views are kept at position " + text_of(at) + ", which took " +
              std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()) + " ms");
}

}  // namespace jumak::actors
