#include "actors/builder_actor.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include "wire/reply.hpp"

namespace jumak::actors {
namespace {

/// Where processors are scarce, commands and queries have three quarters of one for each of its quarters.
constexpr int niceness = 5;

void rebuild(builder_state& state, const view_job& job) {
  const auto rebuilt = state.inside->rebuild();
  state.reply({job.address, rebuilt ? wire::query_reply(job.id, rebuilt->at, rebuild_report(*rebuilt))
                                    : wire::error_reply(job.id, rebuilt.error())});
}

}  // namespace

builder_actor::behavior_type run_builder(builder_actor::stateful_pointer<builder_state> self,
                                         std::shared_ptr<std::unique_ptr<view_builder>> inside,
                                         std::function<void(ready_reply)> reply) {
  self->state.inside = std::move(*inside);
  self->state.reply = std::move(reply);
  return {
      [self](const view_job& job) {
        // Of this thread alone; Linux has it so. Without it all goes on, too.
        static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness));
        if (job.what == view_job::kind::rebuild) return rebuild(self->state, job);
        self->state.inside->keep(job.at);
      },
  };
}

}  // namespace jumak::actors
