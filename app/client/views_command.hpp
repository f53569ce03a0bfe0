#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "app/client/exit_code.hpp"

namespace jumak::app::client {

/// What `jumak views` was asked to do.
struct views_options {
  std::filesystem::path data = "jumak-data";
  std::filesystem::path views;  ///< The server's --views; empty: `data`/views.
  bool rebuild = false;
  std::optional<std::string> name;  ///< Of the view that is of interest; all when not given.
  bool raw = false;
};

/// Shows the views of the server that keeps them in that folder of this machine, or lets it build them anew and waits
/// for that, which may take minutes. Prints on `out`, as a table or as the server's JSON; a sentence on `err` when there
/// is no such server, or it says no. `refused` also when views that were built anew differ from those before.
[[nodiscard]] exit_code run_views(const views_options& options, std::ostream& out, std::ostream& err);

/// Declares `views` below `app`; when chosen it runs and writes its exit code.
void add_views(CLI::App& app, int& code);

}  // namespace jumak::app::client
