#include "actors/query_side.hpp"

#include "actors/replies.hpp"
#include "actors/view_actor.hpp"

namespace jumak::actors {

query_side::query_side(const hosting::hosted_domain& domain, caf::actor_system& system, query_side_options options,
                       query_side_listener listener)
    : domain_(domain), system_(system), options_(std::move(options)), listener_(std::move(listener)) {}

result<std::unique_ptr<query_side>> query_side::open(const hosting::hosted_domain& domain, caf::actor_system& system,
                                                     net::context& messaging, query_side_options options,
                                                     query_side_listener listener) {
  std::unique_ptr<query_side> side(new query_side(domain, system, std::move(options), std::move(listener)));
  net::router_options queries;
  queries.name = "queries";
  queries.address = side->options_.queries_address;
  auto endpoint = net::router_endpoint::open(messaging, queries);
  if (!endpoint) return tl::unexpected(endpoint.error());
  side->queries_ = std::move(*endpoint);
  net::feed_options feed;
  feed.events_address = side->options_.events_address;
  feed.history_address = side->options_.history_address;
  auto opened = net::event_feed::open(messaging, feed);
  if (!opened) return tl::unexpected(opened.error());
  side->feed_ = std::move(*opened);
  return side;
}

query_side::~query_side() {
  constexpr std::chrono::milliseconds patience(2'000);
  stop(patience);
}

void query_side::start() {
  supervision_ = std::make_unique<supervision>(system_, listener_.broken);
  view_ports ports;
  ports.reply = [this](std::vector<ready_reply> replies) {
    queries_->post(std::make_unique<text_replies>(std::move(replies)));
  };
  ports.applied = [this](std::size_t commits, std::size_t bytes) { feed_->applied(commits, bytes); };
  ports.ready = listener_.ready;
  ports.stopped = listener_.stopped;
  ports.broken = listener_.broken;
  auto inside = std::make_shared<std::unique_ptr<view_service>>(std::make_unique<view_service>(
      domain_, options_.limits, options_.version, std::chrono::steady_clock::now()));
  view_ = system_.spawn(run_view, inside, std::move(ports));
  supervision_->watch("view", view_);
  gateway_ = std::make_unique<query_gateway>(
      query_gateway::ports{[this](query_batch_ptr batch) { caf::anon_send(view_, std::move(batch)); },
                           [this] { caf::anon_send(view_, tick_atom::value); }});
  feed_->start(*this);
  queries_->start(*gateway_);
}

void query_side::on_commits(std::vector<net::fed_commit> commits) {
  caf::anon_send(view_, fed_commits_ptr(std::make_shared<const fed_commits>(fed_commits{std::move(commits)})));
}

void query_side::on_status(std::string_view text) { tell({std::nullopt, std::string(text), std::nullopt}); }

void query_side::on_head(const log_head& head, bool) { tell({head, std::nullopt, std::nullopt}); }

void query_side::on_diverged(const std::string& reason) { tell({std::nullopt, std::nullopt, reason}); }

void query_side::tell(feed_state news) {
  caf::anon_send(view_, feed_state_ptr(std::make_shared<const feed_state>(std::move(news))));
}

bool query_side::stop(std::chrono::milliseconds patience) {
  if (stopped_) return true;
  stopped_ = true;
  bool all = true;
  if (supervision_) all = queries_->drain(std::chrono::steady_clock::now() + patience);
  if (queries_) queries_->close();
  if (feed_) feed_->close();
  if (supervision_) all = supervision_->stop(patience) && all;
  view_ = nullptr;
  return all;
}

}  // namespace jumak::actors
