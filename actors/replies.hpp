#pragma once

#include <vector>

#include "actors/messages.hpp"
#include "net/request.hpp"

namespace jumak::actors {

/// Answers that are text already.
class text_replies final : public net::reply_batch {
 public:
  explicit text_replies(std::vector<ready_reply> replies) : replies_(std::move(replies)) {}
  void emit(net::reply_sink& replies) override;

 private:
  std::vector<ready_reply> replies_;
};

/// The answers of all records of a flush; they become JSON in the endpoint's thread.
class flush_replies final : public net::reply_batch {
 public:
  explicit flush_replies(flush_result_ptr result) : result_(std::move(result)) {}
  void emit(net::reply_sink& replies) override;

 private:
  flush_result_ptr result_;
};

}  // namespace jumak::actors
