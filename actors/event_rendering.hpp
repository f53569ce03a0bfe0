#pragma once

#include <functional>
#include <string>

#include "hosting/hosted_domain.hpp"
#include "net/event_publisher.hpp"

namespace jumak::actors {

/// Says for the publisher what events, heartbeats and the status look like. Runs in the publisher's thread.
class event_rendering final : public net::event_renderer {
 public:
  /// `status` gives the text of `$status` and may be called at any time.
  event_rendering(const hosting::hosted_domain& domain, std::function<std::string()> status);

  void render(std::string_view commit, const net::topic_set& topics, net::event_sink& events) override;
  [[nodiscard]] std::string heartbeat(const log_head& head) override;
  [[nodiscard]] std::string status() override { return status_(); }

 private:
  const hosting::hosted_domain& domain_;
  std::function<std::string()> status_;
  std::string topic_;
  std::string json_;
};

}  // namespace jumak::actors
