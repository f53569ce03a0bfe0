#include "net/context.hpp"

#include <zmq.h>

#include "core/assert.hpp"

namespace jumak::net {

context::context() : handle_(zmq_ctx_new()) { JUMAK_ASSERT(handle_ != nullptr); }

context::~context() {
  // A signal may interrupt the wait for the sockets' last bytes; then we wait on.
  while (zmq_ctx_term(handle_) != 0 && zmq_errno() == EINTR) {
  }
}

}  // namespace jumak::net
