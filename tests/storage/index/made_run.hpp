#pragma once

#include <string>

#include "storage/index/run_store.hpp"

namespace jumak::storage {

/// A run of made-up records that its number alone decides, so that whoever reads it knows what must be in it.
struct made_run {
  static constexpr std::uint64_t records = 50;

  run_rows rows;
  checkpoint folded;
};

[[nodiscard]] made_run make_run(std::uint64_t number);

/// Expects the store to hold exactly the runs 1 to `runs`, every row of them.
void expect_made_runs(const run_store& store, std::uint64_t runs);

}  // namespace jumak::storage
