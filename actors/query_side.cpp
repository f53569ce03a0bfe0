#include "actors/query_side.hpp"

#include "actors/builder_actor.hpp"
#include "actors/replies.hpp"
#include "actors/view_actor.hpp"

namespace jumak::actors {
namespace {

constexpr const char* operators_socket = "views.sock";

std::string text_of(position at) { return std::to_string(at.value()); }

}  // namespace

query_side::query_side(const hosting::hosted_domain& domain, caf::actor_system& system, net::context& messaging,
                       query_side_options options, query_side_listener listener)
    : domain_(domain),
      system_(system),
      messaging_(messaging),
      options_(std::move(options)),
      listener_(std::move(listener)) {}

result<std::unique_ptr<query_side>> query_side::open(const hosting::hosted_domain& domain, caf::actor_system& system,
                                                     net::context& messaging, query_side_options options,
                                                     query_side_listener listener) {
  std::unique_ptr<query_side> side(new query_side(domain, system, messaging, std::move(options), std::move(listener)));
  net::router_options queries;
  queries.name = "queries";
  queries.address = side->options_.queries_address;
  auto endpoint = net::router_endpoint::open(messaging, queries);
  if (!endpoint) return tl::unexpected(endpoint.error());
  side->queries_ = std::move(*endpoint);
  if (auto opened = side->open_views(); !opened) return tl::unexpected(opened.error());
  auto opened = net::event_feed::open(messaging, side->feed_from(side->begin_->head()));
  if (!opened) return tl::unexpected(opened.error());
  side->feed_ = std::move(*opened);
  return side;
}

net::feed_options query_side::feed_from(const log_head& applied) const {
  net::feed_options feed;
  feed.events_address = options_.events_address;
  feed.history_address = options_.history_address;
  feed.applied = applied;
  return feed;
}

result<void> query_side::open_views() {
  begin_ = std::make_shared<view_set>(domain_);
  if (options_.views_folder.empty()) return {};
  auto opened = view_keeping::open(domain_, options_.views_folder, listener_.views);
  if (!opened) return tl::unexpected(opened.error());
  keeping_ = std::move(*opened);
  if (keeping()) begin_ = keeping()->start(std::nullopt);
  const position at = begin_->head().head();
  keeping_->note_start(at);
  if (at > position()) listener_.views.done("the views begin at position " + text_of(at) + ", from a snapshot");
  net::router_options operators;
  operators.name = "views";
  operators.address = "ipc://" + (options_.views_folder / operators_socket).string();
  auto endpoint = net::router_endpoint::open(messaging_, operators);
  // Nothing else needs it: such as where the folder's name is too long for a socket's.
  if (!endpoint) listener_.views.ignored("`views` has no way to this server: " + endpoint.error().message);
  if (endpoint) operators_ = std::move(*endpoint);
  return {};
}

query_side::~query_side() {
  constexpr std::chrono::milliseconds patience(2'000);
  stop(patience);
}

void query_side::start() {
  supervision_ = std::make_unique<supervision>(system_, listener_.broken);
  door_.send = [this](view_order_ptr order) { caf::anon_send(view_, std::move(order)); };
  if (keeping_) start_builder();
  start_view();
  gateway_ = std::make_unique<query_gateway>(
      query_gateway::ports{[this](query_batch_ptr batch) { caf::anon_send(view_, std::move(batch)); },
                           [this] { caf::anon_send(view_, tick_atom::value); }});
  feed_->start(*this);
  queries_->start(*gateway_);
  if (operators_) operators_->start(*operators_gateway_);
}

void query_side::start_view() {
  view_ports ports;
  ports.reply = [this](std::vector<ready_reply> replies) {
    queries_->post(std::make_unique<text_replies>(std::move(replies)));
  };
  ports.applied = [this](std::size_t commits, std::size_t bytes) { feed_->applied(commits, bytes); };
  ports.ready = listener_.ready;
  ports.stopped = listener_.stopped;
  ports.broken = listener_.broken;
  ports.grown = [this](position at) { caf::anon_send(builder_, view_job{view_job::kind::keep, at, net::nobody, {}}); };
  ports.tell_every = keeping() ? options_.views.snapshot_every : 0;
  ports.begin = begin_->head().head();
  auto inside = std::make_shared<std::unique_ptr<view_service>>(std::make_unique<view_service>(
      begin_, options_.limits, options_.version, std::chrono::steady_clock::now()));
  view_ = system_.spawn(run_view, inside, std::move(ports));
  supervision_->watch("view", view_);
}

void query_side::start_builder() {
  auto inside = std::make_shared<std::unique_ptr<view_builder>>(std::make_unique<view_builder>(
      view_builder::surroundings{domain_, messaging_, feed_from({}), keeping(), door_, ending_}, options_.views));
  builder_ = system_.spawn<caf::detached>(run_builder, inside, [this](ready_reply reply) {
    rebuilding_ = false;
    operators_->post(std::make_unique<text_replies>(std::vector<ready_reply>{std::move(reply)}));
  });
  // Watched, and so stopped, before the view actor, for which it may wait.
  supervision_->watch("view builder", builder_);
  if (!operators_) return;
  const auto rebuild = [this](view_job job) {
    if (rebuilding_.exchange(true)) return false;
    caf::anon_send(builder_, std::move(job));
    return true;
  };
  operators_gateway_ = std::make_unique<view_gateway>(
      view_gateway::ports{door_, [this] { return keeping_->kept(); }, rebuild, ending_}, options_.views);
}

void query_side::on_commits(std::vector<net::fed_commit> commits) {
  caf::anon_send(view_, fed_commits_ptr(std::make_shared<const fed_commits>(fed_commits{std::move(commits)})));
}

void query_side::on_status(std::string_view text) { tell({std::nullopt, std::string(text), std::nullopt}); }

void query_side::on_head(const log_head& head, bool) { tell({head, std::nullopt, std::nullopt}); }

void query_side::on_diverged(const std::string& reason) { tell({std::nullopt, std::nullopt, reason}); }

std::optional<log_head> query_side::on_unknown_start(const std::string&) {
  if (!keeping()) return std::nullopt;
  begin_ = keeping()->start(begin_->head().head());
  keeping()->note_start(begin_->head().head());
  caf::anon_send(view_, std::make_shared<view_order>(view_order::kind::begin, begin_));
  return begin_->head();
}

void query_side::tell(feed_state news) {
  caf::anon_send(view_, feed_state_ptr(std::make_shared<const feed_state>(std::move(news))));
}

bool query_side::stop(std::chrono::milliseconds patience) {
  if (stopped_) return true;
  stopped_ = true;
  ending_ = true;
  bool all = true;
  if (supervision_) all = queries_->drain(std::chrono::steady_clock::now() + patience);
  if (queries_) queries_->close();
  if (operators_) {
    operators_->close();
    std::error_code ignored;
    std::filesystem::remove(options_.views_folder / operators_socket, ignored);  // Else it looks as if somebody were there.
  }
  if (feed_) feed_->close();
  if (supervision_) {
    const std::shared_ptr<view_set> last = keeping() ? view_hold(door_, patience).views() : nullptr;
    all = supervision_->stop(patience) && all;
    if (all && last) keep_at_stop(*last);
  }
  view_ = nullptr;
  builder_ = nullptr;
  return all;
}

void query_side::keep_at_stop(const view_set& views) {
  if (views.head().head() == keeping()->kept()) return;
  const auto deadline = std::chrono::steady_clock::now() + options_.views.stop_time_max;
  keeping()->save(views, [deadline] { return std::chrono::steady_clock::now() >= deadline; });
}

}  // namespace jumak::actors
