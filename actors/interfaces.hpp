#pragma once

#include <caf/all.hpp>
#include <memory>
#include <vector>

#include "actors/messages.hpp"
#include "actors/query_messages.hpp"
#include "actors/read_job.hpp"
#include "actors/view_job.hpp"
#include "actors/view_order.hpp"
#include "storage/index/checkpoint.hpp"

/// Every actor there is and every message it takes. All of them are one-way: what an actor has to say it says
/// through ports that it was given when it was spawned (plain functions which never block), so no actor holds a
/// handle of another, and command_side and query_side alone see the whole picture. Work is bounded before it
/// gets here, by the in-flight limits of the endpoints and the credit of the feed; CAF's mailboxes have no bound.

// Payloads that never leave the process: const and shared, so passing them by pointer is safe.
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::append_request_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::flush_result_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::read_job_ptr)
// Moved out by its single receiver.
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::request_batch_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::read_result_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::fed_commits_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::query_batch_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::feed_state_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::kept_snapshot_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::view_order_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::view_job)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::storage::checkpoint)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(jumak::actors::clock_reached)

namespace jumak::actors {

/// At most 10 characters, all in this header.
using flush_atom = caf::atom_constant<caf::atom("flush")>;
using durable_atom = caf::atom_constant<caf::atom("durable")>;
using failed_atom = caf::atom_constant<caf::atom("failed")>;
using tick_atom = caf::atom_constant<caf::atom("tick")>;

using shard_actor = caf::typed_actor<
    // From the command gateway: requests of one drain, decided in order.
    caf::reacts_to<request_batch_ptr>,
    // From the journal: there is something in the commit inbox that the shard waits for.
    caf::reacts_to<durable_atom>,
    // From the reader: what the shard asked for.
    caf::reacts_to<read_result_ptr>,
    // From the fold: the index on disk has come this far.
    caf::reacts_to<storage::checkpoint>,
    // From the command endpoint's thread, and at start: deadlines of the shard are due.
    caf::reacts_to<clock_reached>,
    // From the journal: the log failed, nothing undurable will ever be known.
    caf::reacts_to<failed_atom>>;

/// Has a thread of its own: it blocks in the sync.
using journal_actor = caf::typed_actor<
    // From shards: records to make durable, answers to send after them.
    caf::reacts_to<append_request_ptr>,
    // INTERNAL: queued behind the appends that piled up during the last sync; they make one flush.
    caf::reacts_to<flush_atom>>;

/// Has a thread of its own: it blocks in reads. Answers each job with one read_result to the shard that asked.
using reader_actor = caf::typed_actor<caf::reacts_to<read_job_ptr>>;

/// Has a thread of its own: it writes runs. Tells every shard each new checkpoint.
using fold_actor = caf::typed_actor<
    // From the journal: commits to fold.
    caf::reacts_to<flush_result_ptr>,
    // From the reader: a snapshot to keep, since one thread alone writes the index.
    caf::reacts_to<kept_snapshot_ptr>>;

/// All views that queries join, at one position.
using view_actor = caf::typed_actor<
    // From the feed: the next commits, applied whole, between queries.
    caf::reacts_to<fed_commits_ptr>,
    // From the query gateway: queries of one drain.
    caf::reacts_to<query_batch_ptr>,
    // From the feed: where the log ends, what the command side says of itself, or that it has another log.
    caf::reacts_to<feed_state_ptr>,
    // From the view builder, the views' own endpoint and the feed: stand still, go on, or go on with other views.
    caf::reacts_to<view_order_ptr>,
    // From the query endpoint's thread: time to look at the queries that wait.
    caf::reacts_to<tick_atom>>;

/// Has a thread of its own: it folds the log once more beside the running views.
using builder_actor = caf::typed_actor<
    // From the view actor: so far it has come, keep it if it is time. From the views' own endpoint: build them anew.
    caf::reacts_to<view_job>>;

}  // namespace jumak::actors
