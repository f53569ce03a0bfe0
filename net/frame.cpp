#include "net/frame.hpp"

#include <zmq.h>

#include <cstring>
#include <new>

#include "core/assert.hpp"

namespace jumak::net {
namespace {

static_assert(sizeof(zmq_msg_t) == 64 && alignof(zmq_msg_t) <= alignof(void*), "frame holds a zmq_msg_t");

zmq_msg_t* message_of(void* handle) noexcept { return static_cast<zmq_msg_t*>(handle); }

}  // namespace

frame::frame() noexcept { zmq_msg_init(message_of(message_)); }

frame::frame(std::string_view bytes) {
  if (zmq_msg_init_size(message_of(message_), bytes.size()) != 0) throw std::bad_alloc();
  if (!bytes.empty()) std::memcpy(zmq_msg_data(message_of(message_)), bytes.data(), bytes.size());
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
