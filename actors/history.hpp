#pragma once

#include <string>

#include "actors/limits.hpp"
#include "hosting/hosted_domain.hpp"
#include "net/log_page.hpp"
#include "net/router_endpoint.hpp"
#include "storage/log/log.hpp"
#include "wire/request.hpp"

namespace jumak::actors {

/// Answers the history endpoint, ReadEvents of clients and pages of commits for followers, straight from the
/// log. Runs in the endpoint's own thread and may block it: that thread is history's budget.
class history final : public net::request_handler {
 public:
  history(const hosting::hosted_domain& domain, const storage::log& log, history_limits limits);

  void on_drained(std::span<net::request> requests, net::reply_sink& replies) override;

 private:
  [[nodiscard]] std::string answer(const net::request& request) const;
  result<std::string> read_events(const wire::read_events& wanted, const log_head& head) const;
  /// Gives the bytes of the commits it sent.
  std::size_t answer_page(const net::request& request, net::reply_sink& replies) const;

  const hosting::hosted_domain& domain_;
  const storage::log& log_;
  history_limits limits_;
};

}  // namespace jumak::actors
