#include "actors/reader_actor.hpp"

namespace jumak::actors {

reader_actor::behavior_type run_reader(reader_actor::stateful_pointer<reader_state> self,
                                       std::shared_ptr<std::unique_ptr<reader>> inside, reader_ports ports) {
  self->state.inside = std::move(*inside);
  self->state.ports = std::move(ports);
  return {
      [self](const read_job_ptr& job) {
        reader::outcome done = self->state.inside->read(job);
        if (done.snapshot) {
          self->state.ports.keep(std::make_shared<const kept_snapshot>(std::move(*done.snapshot)));
        }
        self->state.ports.done(job->shard, std::make_shared<read_result>(std::move(done.result)));
      },
  };
}

}  // namespace jumak::actors
