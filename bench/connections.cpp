#include "bench/connections.hpp"

#include "bench/dealer_connections.hpp"
#include "bench/zmtp_connections.hpp"

namespace jumak::bench {

std::unique_ptr<connections> connect(client_kind kind, const std::string& address,
                                     std::size_t count) {
  if (kind == client_kind::dealer) return std::make_unique<dealer_connections>(address, count);
  return std::make_unique<zmtp_connections>(address, count);
}

}  // namespace jumak::bench
