#include "bench/summary.hpp"

#include <algorithm>

namespace jumak::bench {

namespace {

std::vector<const cell*> repetitions_of(const std::vector<cell>& cells, const std::string& row,
                                        subject who) {
  std::vector<const cell*> result;
  for (const auto& cell : cells)
    if (cell.row == row && cell.who == who) result.push_back(&cell);
  return result;
}

template <typename Figure>
std::vector<double> figures(const std::vector<const cell*>& repetitions, Figure figure) {
  std::vector<double> result;
  for (const cell* repetition : repetitions) result.push_back(figure(*repetition));
  return result;
}

double microseconds(const cell& cell, double percent) {
  return static_cast<double>(cell.load.latency.percentile(percent)) / 1e3;
}

std::optional<spread> ratio(const std::vector<const cell*>& ours,
                            const std::vector<const cell*>& baseline) {
  std::vector<double> ratios;
  for (std::size_t repetition = 0; repetition < std::min(ours.size(), baseline.size());
       ++repetition)
    if (const double base = baseline[repetition]->load.per_second(); base > 0)
      ratios.push_back(ours[repetition]->load.per_second() / base);
  return ratios.empty() ? std::nullopt : std::optional(spread::of(ratios));
}

std::optional<view_lag> worst_lag(const std::vector<const cell*>& repetitions) {
  std::optional<view_lag> worst;
  for (const cell* repetition : repetitions)
    if (repetition->lag &&
        (!worst || !repetition->lag->caught_up ||
         (worst->caught_up && repetition->lag->catch_up_ms > worst->catch_up_ms)))
      worst = repetition->lag;
  return worst;
}

summary sum_up(const std::vector<cell>& cells, const std::string& row, subject who) {
  const auto ours = repetitions_of(cells, row, who);
  const auto middle = [&](auto figure) { return spread::of(figures(ours, figure)).median; };
  summary result;
  result.row = row;
  result.who = who;
  result.per_second =
      spread::of(figures(ours, [](const cell& one) { return one.load.per_second(); }));
  result.p50 = middle([](const cell& one) { return microseconds(one, 50); });
  result.p99 = middle([](const cell& one) { return microseconds(one, 99); });
  result.p999 = middle([](const cell& one) { return microseconds(one, 99.9); });
  result.max =
      spread::of(figures(ours, [](const cell& one) { return microseconds(one, 100); })).max;
  result.generator_microseconds =
      middle([](const cell& one) { return one.generator_microseconds; });
  if (ours.front()->server_microseconds)
    result.server_microseconds =
        middle([](const cell& one) { return one.server_microseconds.value_or(0); });
  if (who != subject::baseline)
    result.to_baseline = ratio(ours, repetitions_of(cells, row, subject::baseline));
  result.surprised =
      std::any_of(ours.begin(), ours.end(), [](const cell* one) { return one->load.surprised(); });
  result.lag = worst_lag(ours);
  return result;
}

}  // namespace

spread spread::of(std::vector<double> figures) {
  if (figures.empty()) return {};
  std::sort(figures.begin(), figures.end());
  const std::size_t middle = figures.size() / 2;
  const double median =
      figures.size() % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
  return {median, figures.front(), figures.back()};
}

std::vector<summary> summarize(const std::vector<cell>& cells) {
  std::vector<summary> result;
  for (const auto& cell : cells) {
    const auto same = [&](const summary& known) {
      return known.row == cell.row && known.who == cell.who;
    };
    if (std::none_of(result.begin(), result.end(), same))
      result.push_back(sum_up(cells, cell.row, cell.who));
  }
  return result;
}

}  // namespace jumak::bench
