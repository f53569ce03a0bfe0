#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "storage/index/recent_ids.hpp"

/// Every limit of this folder, in one place.
namespace jumak::actors {

struct command_limits {
  /// Command ids are remembered for this many records, counted in log order (PROTOCOL, "Exactly once").
  storage::id_horizon id_horizon;
  /// Records after the index's checkpoint, which stay in memory; at this many new commands are answered
  /// `overloaded` until the fold has caught up.
  std::uint64_t tail_records_max = 250'000;
  /// States kept in memory, over all shards; one per shard at least. More are evicted, least used first.
  std::size_t aggregates_in_memory_max = 200'000;
  /// Parked commands of one aggregate whose facts are read in one go.
  std::size_t lookups_per_read = 256;
  /// A load that replayed this many events leaves a snapshot behind, so that the next one is short.
  std::uint64_t events_per_snapshot = 1'000;
  /// The fold, which no answer waits for, is handed flushes in groups: so many, or of so many records.
  std::size_t flushes_per_fold = 64;
  std::size_t records_per_fold = 4'096;
  /// Of each shard: deadlines that fell due and are on their way to the log. More wait until these are durable,
  /// so that however many fall due at once, commands get their turn and memory stays bounded.
  std::size_t due_in_flight_max = 8'192;
  /// After an aggregate with due deadlines could not be read from disk, it is tried again this much later.
  std::chrono::milliseconds due_retry{5'000};
  /// Told to clients that are turned away.
  std::uint32_t retry_after_ms = 50;
};

/// What a shard hands over to the journal in one go.
struct journal_limits {
  /// Decided commands; with more, the journal begins while the shard still decides the rest of a large drain.
  /// Tried at 64 connections with 16 in flight: 64, 128, 256, 512 and no limit.
  std::size_t entries_per_append = 256;
};

/// What may lie in a shard's commit inbox before a shard that sleeps is woken for it.
struct inbox_limits {
  std::size_t results_max = 32;
  std::size_t records_max = 4'096;
};

struct query_limits {
  /// Queries that wait for a position; more are answered `overloaded`.
  std::size_t waiting_max = 16 * 1024;
  /// Bytes of answers made for one drain of the socket, or for one step of the views; the queries beyond are
  /// answered `overloaded`, so that a message of large queries can neither fill memory nor hold the others up.
  std::size_t answer_bytes_max = 16 * 1024 * 1024;
};

struct view_limits {
  /// Events after which the views are kept again, in the background; 0 keeps nothing and starts from the log.
  std::uint64_t snapshot_every = 1'000'000;
  /// What keeping them once more at an orderly stop may take before the disk is waited for; with more it is given up,
  /// and the next start folds the events since the last time again.
  std::chrono::milliseconds stop_time_max{500};
  /// Views built beside the running ones are joined to them from so many commits behind.
  std::uint64_t join_commits_max = 256;
  /// How long the running views then apply nothing while the others fold the rest; after that it is tried again.
  std::chrono::milliseconds join_wait{500};
  /// How long a thread waits for the view actor before it takes it for gone.
  std::chrono::milliseconds answer_wait{5'000};
};

struct history_limits {
  /// Bytes of the log looked at for one ReadEvents; a page may be short and still have a `next`.
  std::size_t examined_bytes_max = 4 * 1024 * 1024;
  /// Bytes of events in one reply.
  std::size_t reply_bytes_max = 1024 * 1024;
  /// Bytes of all replies to what one drain of the socket brought; the rest of it is answered `overloaded`. A
  /// message may hold 1,024 requests, and its answers wait for the last one.
  std::size_t drain_bytes_max = 16 * 1024 * 1024;
};

}  // namespace jumak::actors
