#pragma once

#include <string>

namespace jumak::net {

/// Makes an `ipc://` address ready to be bound; other addresses need nothing. The folder is made, mode 0700,
/// if it is not there: whoever can open the file can talk to the server. A file somebody listens on is
/// EADDRINUSE (the library would take it away from them). Says 0 or an errno.
[[nodiscard]] int prepare_local_address(const std::string& address);

}  // namespace jumak::net
