#include "served_ledger.hpp"

#include <signal.h>
#include <sys/wait.h>

#include <array>
#include <stdexcept>

namespace ledger {
namespace {

namespace json = boost::json;

std::string line_of(FILE* output) {
  std::string line;
  std::array<char, 4096> piece{};
  while (line.find('\n') == std::string::npos && std::fgets(piece.data(), piece.size(), output)) line += piece.data();
  return line;
}

}  // namespace

served_ledger::served_ledger() {
  std::string folder = (std::filesystem::temp_directory_path() / "ledger-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder to be had");
  folder_ = folder;
  // The shell tells its process number and then becomes the server.
  std::string line = "echo $$; exec '" LEDGER "' serve --data '" + folder + "'";
  for (const char* endpoint : {"commands", "queries", "events", "history"}) {
    line += std::string(" --") + endpoint + " 'tcp://127.0.0.1:*'";
  }
  output_ = popen(line.c_str(), "r");
  if (output_ == nullptr) throw std::runtime_error("no process to be had");
  process_ = std::stoi(line_of(output_));
  ready_ = json::parse(line_of(output_)).as_object();
}

served_ledger::~served_ledger() {
  stop();
  std::filesystem::remove_all(folder_);
}

std::string served_ledger::address(const char* endpoint) const {
  return std::string(ready_.at(endpoint).as_string());
}

int served_ledger::stop() {
  if (output_ == nullptr) return 0;
  kill(process_, SIGTERM);
  const int status = pclose(output_);
  output_ = nullptr;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

client::client(const std::string& address) : socket_(context_, zmq::socket_type::dealer) {
  socket_.set(zmq::sockopt::linger, 0);
  socket_.set(zmq::sockopt::rcvtimeo, 30'000);
  socket_.connect(address);
}

void client::send(const json::object& request) {
  socket_.send(zmq::buffer(json::serialize(request)), zmq::send_flags::none);
}

json::object client::receive() {
  zmq::message_t answer;
  if (!socket_.recv(answer)) throw std::runtime_error("no answer for 30 s");
  return json::parse(answer.to_string_view()).as_object();
}

json::object client::ask(const json::object& request) {
  send(request);
  return receive();
}

}  // namespace ledger
