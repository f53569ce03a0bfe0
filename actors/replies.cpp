#include "actors/replies.hpp"

#include "actors/answers.hpp"
#include "wire/reply.hpp"

namespace jumak::actors {

void text_replies::emit(net::reply_sink& replies) {
  for (const ready_reply& one : replies_) replies.reply(one.address, one.json);
}

void flush_replies::emit(net::reply_sink& replies) {
  record_view record;
  for (const committed_record& where : result_->records) {
    if (where.address == net::nobody) continue;
    result_->read(where, record);
    replies.reply(where.address, reply_of(record, result_->position_before(where), false));
  }
  for (const late_error& one : result_->afterwards) {
    replies.reply(one.address, wire::error_reply(one.id, one.why));
  }
}

}  // namespace jumak::actors
