#include "net/frame.hpp"

#include <zmq.h>

#include <cstring>
#include <new>
#include <utility>

#include "core/assert.hpp"

namespace jumak::net {
namespace {

static_assert(sizeof(zmq_msg_t) == 64 && alignof(zmq_msg_t) <= alignof(void*), "frame holds a zmq_msg_t");

zmq_msg_t* message_of(void* handle) noexcept { return static_cast<zmq_msg_t*>(handle); }

void let_go(void*, void* keeper) noexcept { delete static_cast<std::shared_ptr<const std::string>*>(keeper); }

}  // namespace

frame::frame() noexcept { zmq_msg_init(message_of(message_)); }

frame::frame(std::string_view bytes) {
  if (zmq_msg_init_size(message_of(message_), bytes.size()) != 0) throw std::bad_alloc();
  if (!bytes.empty()) std::memcpy(zmq_msg_data(message_of(message_)), bytes.data(), bytes.size());
}

frame::frame(std::shared_ptr<const std::string> bytes) {
  auto keeper = std::make_unique<std::shared_ptr<const std::string>>(std::move(bytes));
  // The library only reads what it sends, though its interface does not say const.
  auto* data = const_cast<char*>((*keeper)->data());
  if (zmq_msg_init_data(message_of(message_), data, (*keeper)->size(), let_go, keeper.get()) != 0) {
    throw std::bad_alloc();
  }
  static_cast<void>(keeper.release());
}

frame::~frame() { zmq_msg_close(message_of(message_)); }

frame::frame(frame&& other) noexcept : frame() { zmq_msg_move(message_of(message_), message_of(other.message_)); }

frame& frame::operator=(frame&& other) noexcept {
  if (this != &other) zmq_msg_move(message_of(message_), message_of(other.message_));
  return *this;
}

std::string_view frame::text() const noexcept {
  // The library's accessors take a pointer to non-const, but only read.
  auto* message = message_of(const_cast<std::byte*>(message_));
  return {static_cast<const char*>(zmq_msg_data(message)), zmq_msg_size(message)};
}

}  // namespace jumak::net
