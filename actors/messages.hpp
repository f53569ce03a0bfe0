#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/commit.hpp"
#include "core/names.hpp"
#include "core/record.hpp"
#include "hosting/hosted_domain.hpp"
#include "net/event_publisher.hpp"
#include "net/request.hpp"

/// What travels between the actors of the command side. Payloads go as shared_ptr<const T>: never copied,
/// never changed after they were sent; what its single receiver takes apart, as shared_ptr<T>.
namespace jumak::actors {

/// A well-formed command on its way to its shard.
struct routed_command {
  net::reply_address address;
  command_id id;
  aggregate_id aggregate;
  const hosting::aggregate_kind* kind = nullptr;
  std::unique_ptr<const hosting::hosted_command> command;
  hash128 fingerprint;
  std::optional<version> expected_version;
  std::string actor;
  std::string correlation_id;
  std::string traceparent;
  std::optional<timestamp> time;
  std::optional<timestamp> expires;
  /// Nobody sent it, nobody is answered: a deadline fell due, or without a command, a look at what is due.
  bool from_engine = false;
};

/// Requests of one drain of the socket for one shard, as they came. Moved out by its single receiver.
struct request_batch {
  std::vector<net::request> requests;
  timestamp clock;  ///< When they came.
};
using request_batch_ptr = std::shared_ptr<request_batch>;

/// Commands that are decided in one go, in the order they came.
struct command_batch {
  std::vector<routed_command> commands;
  timestamp clock;  ///< When they came.
};
using command_batch_ptr = std::shared_ptr<const command_batch>;

/// The clock says so to a shard that has deadlines due by then.
struct clock_reached {
  timestamp now;
};

/// An answer that is text already.
struct ready_reply {
  net::reply_address address;
  std::string json;
};

/// An error that tells of records which are not durable yet: it leaves after them.
struct late_error {
  net::reply_address address;
  std::string id;
  error why;
};

/// One decided command, encoded in append_request::records.
struct append_entry {
  net::reply_address address;
  std::uint32_t size = 0;
  std::uint32_t event_count = 0;
};

/// What a shard decided in one go.
struct append_request {
  std::uint32_t shard = 0;
  std::string records;  ///< Encoded records, one after the other, as `entries` says.
  std::vector<append_entry> entries;
  std::vector<late_error> afterwards;
};
using append_request_ptr = std::shared_ptr<const append_request>;

/// Where one record of a flush came to lie.
struct committed_record {
  net::reply_address address;
  std::uint32_t shard = 0;
  std::uint32_t commit = 0;         ///< Index into flush_result::commits.
  std::uint32_t index = 0;          ///< Place in its commit.
  std::uint32_t offset = 0;         ///< Of its bytes in the commit's payload.
  std::uint32_t size = 0;
  std::uint32_t events_before = 0;  ///< Events of its commit that come before its own.
};

/// What one sync made durable.
struct flush_result {
  std::vector<net::durable_commit> commits;
  std::vector<commit_header> headers;  ///< One per commit.
  std::vector<committed_record> records;
  std::vector<late_error> afterwards;

  /// Reads a record back; the views point into the commit's bytes.
  void read(const committed_record& where, record_view& record) const;
  /// Position before the record's first event: its last event is at this plus its events.
  [[nodiscard]] position position_before(const committed_record& where) const;
  [[nodiscard]] record_place place(const committed_record& where) const;
  [[nodiscard]] record_number number(const committed_record& where) const;
};
using flush_result_ptr = std::shared_ptr<const flush_result>;

}  // namespace jumak::actors
