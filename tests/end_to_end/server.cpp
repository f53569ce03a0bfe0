#include "tests/end_to_end/server.hpp"

#include <algorithm>
#include <csignal>

namespace jumak::end_to_end {
namespace {

std::vector<std::string> serve(const std::filesystem::path& data,
                               const std::vector<std::string>& more) {
  std::vector<std::string> all{"serve", "--data", data.string()};
  for (const char* flag : {"--commands", "--queries", "--events", "--history"}) {
    if (std::find(more.begin(), more.end(), flag) == more.end())
      all.insert(all.end(), {flag, "tcp://127.0.0.1:*"});
  }
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

server::server(const std::filesystem::path& data, const std::vector<std::string>& more)
    : process_(serve(data, more)), ready_(boost::json::parse(process_.line()).as_object()) {}

std::string server::address(const std::string& name) const {
  return std::string(ready_.at(name).as_string());
}

int server::stop() {
  process_.signal(SIGTERM);
  return process_.wait();
}

}  // namespace jumak::end_to_end
