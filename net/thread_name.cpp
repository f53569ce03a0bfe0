#include "net/thread_name.hpp"

#include <pthread.h>

namespace jumak::net {

void name_this_thread(const std::string& name) {
  constexpr std::size_t longest = 15;
  pthread_setname_np(pthread_self(), name.substr(0, longest).c_str());
}

}  // namespace jumak::net
