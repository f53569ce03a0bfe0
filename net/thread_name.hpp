#pragma once

#include <string>

namespace jumak::net {

/// Names the calling thread for debuggers and `top`; what is over 15 bytes is cut.
void name_this_thread(const std::string& name);

}  // namespace jumak::net
