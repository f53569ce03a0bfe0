#pragma once

#include <CLI/CLI.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "app/client/exit_code.hpp"

/// Runs a client command as main does, and makes the answers its scripted server gives.
namespace jumak::app::client {

namespace json = boost::json;
using frames = std::vector<std::string>;

inline json::object object_of(const std::string& text) { return json::parse(text).as_object(); }

inline std::string id_of(const std::string& request) {
  return std::string(object_of(request).at("id").as_string());
}

inline std::string accepted(const std::string& request, std::uint64_t position = 1,
                     bool duplicate = false) {
  return json::serialize(json::object{{"id", id_of(request)},
                                      {"status", "accepted"},
                                      {"position", position},
                                      {"duplicate", duplicate},
                                      {"events", json::array()}});
}

inline std::string error_answer(const std::string& request, std::string_view code) {
  return json::serialize(
      json::object{{"id", id_of(request)},
                   {"status", "error"},
                   {"error", {{"code", code}, {"message", "Because."}, {"retry_after_ms", 5}}}});
}

/// What a command printed and how it ended.
struct ending {
  exit_code code;
  std::string out;
  std::string err;
};

template <class Options, class Run>
ending run(Run command, const Options& options) {
  std::ostringstream out;
  std::ostringstream err;
  const exit_code code = command(options, out, err);
  return {code, out.str(), err.str()};
}

/// What the command line makes of its words, through the same parser as the program's. `add(app, code)` adds the
/// subcommands.
template <class Add>
int run_words(Add add, const std::vector<std::string>& words) {
  CLI::App app("test");
  int code = -1;
  add(app, code);
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::Success&) {
    return 0;
  } catch (const CLI::ParseError&) {
    return 2;
  }
  return code;
}

}  // namespace jumak::app::client
