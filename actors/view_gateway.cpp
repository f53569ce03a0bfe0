#include "actors/view_gateway.hpp"

#include "actors/read_query.hpp"
#include "actors/view_report.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {
namespace {

std::string refused(const routed_query& query, errc code, std::string why) {
  return wire::error_reply(query.id, {code, std::move(why), std::nullopt});
}

}  // namespace

void view_gateway::on_drained(std::span<net::request> requests, net::reply_sink& replies) {
  for (const net::request& request : requests) {
    std::optional<std::string> id;
    const auto query = read_query(request, std::chrono::steady_clock::now(), id);
    const auto reply = query ? answer(*query) : wire::error_reply(id, query.error());
    if (reply) replies.reply(request.address, *reply);
  }
}

std::optional<std::string> view_gateway::answer(const routed_query& query) {
  if (query.type != "ShowViews" && query.type != "RebuildViews") {
    return refused(query, errc::unknown_type, "type: the views are asked for ShowViews or RebuildViews");
  }
  if (!query.data.empty()) return refused(query, errc::malformed, "data: " + query.type + " takes no fields");
  return query.type == "ShowViews" ? show(query) : rebuild(query);
}

std::string view_gateway::show(const routed_query& query) {
  const view_hold hold(ports_.running, limits_.answer_wait);
  if (!hold.views()) return refused(query, errc::unavailable, "the views serve no queries now");
  const auto figures = hold.views()->views().figures([this] { return ports_.ending.load(); });
  if (!figures) return refused(query, errc::unavailable, "the server stops");
  const position at = hold.views()->head().head();
  return wire::query_reply(query.id, at, views_report(at, ports_.kept(), *figures));
}

std::optional<std::string> view_gateway::rebuild(const routed_query& query) {
  view_job job;
  job.what = view_job::kind::rebuild;
  job.address = query.address;
  job.id = query.id;
  if (ports_.rebuild(std::move(job))) return std::nullopt;
  return refused(query, errc::unavailable, "the views are being rebuilt already");
}

}  // namespace jumak::actors
