#include "bench/baseline_server.hpp"

#include "bench/baseline_decoder.hpp"
#include "bench/failure.hpp"
#include "bench/router.hpp"
#include "bench/signals.hpp"

#include <rocksdb/db.h>
#include <memory>

namespace jumak::bench {

namespace {

constexpr std::chrono::milliseconds turn{200};

std::unique_ptr<rocksdb::DB> open(const std::filesystem::path& folder) {
  rocksdb::Options options;
  options.create_if_missing = true;
  // Large enough that the run is not about flushes, small enough that there are some.
  options.write_buffer_size = 64 << 20;
  options.compression = rocksdb::kNoCompression;
  rocksdb::DB* database = nullptr;
  const auto status = rocksdb::DB::Open(options, folder.string(), &database);
  if (!status.ok())
    throw failure("Cannot open a database in " + folder.string() + ": " + status.ToString());
  return std::unique_ptr<rocksdb::DB>(database);
}

std::string big_endian(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t place = bytes.size(); place-- > 0; number >>= 8)
    bytes[place] = static_cast<char>(number);
  return bytes;
}

/// One turn after another: what was drained is decoded into `batch_`, written, and answered.
class baseline_server {
 public:
  baseline_server(const std::string& address, const std::filesystem::path& folder)
      : database_(open(folder)), router_(address) {
    announce(router_);
  }

  void serve_once();

 private:
  void decode(const zmq::message_t& frame);
  void write();
  void answer();

  std::unique_ptr<rocksdb::DB> database_;
  router router_;
  baseline_decoder decoder_;
  std::uint64_t position_ = 0;

  std::vector<routed_message> messages_;
  /// Of each frame drained, in order.
  std::vector<std::string> replies_;
  /// Size (4 bytes) and text of each command drained.
  std::string batch_;
};

void baseline_server::serve_once() {
  messages_.clear();
  replies_.clear();
  batch_.clear();
  router_.drain(messages_, turn);
  for (const auto& message : messages_)
    for (const auto& frame : message.frames) decode(frame);
  if (!batch_.empty()) write();
  answer();
}

void baseline_server::decode(const zmq::message_t& frame) {
  if (decoder_.decode(frame.to_string_view())) {
    const auto size = static_cast<std::uint32_t>(frame.size());
    batch_.append(reinterpret_cast<const char*>(&size), sizeof size);
    batch_.append(frame.to_string_view());
    ++position_;
  }
  replies_.push_back(decoder_.reply(position_));
}

void baseline_server::write() {
  rocksdb::WriteOptions options;
  options.sync = true;
  const auto status = database_->Put(options, big_endian(position_), batch_);
  if (!status.ok()) throw failure("A write failed: " + status.ToString());
}

void baseline_server::answer() {
  auto reply = replies_.begin();
  for (auto& message : messages_) {
    if (message.frames.empty()) continue;
    router_.begin_answer(message);
    for (std::size_t frame = 0; frame < message.frames.size(); ++frame, ++reply)
      router_.answer(zmq::message_t(reply->data(), reply->size()),
                     frame + 1 == message.frames.size());
  }
}

}  // namespace

void run_baseline_server(const std::string& address, const std::filesystem::path& folder) {
  stop_on_signals();
  baseline_server server(address, folder);
  while (!stop_requested()) server.serve_once();
}

}  // namespace jumak::bench
