#include "actors/messages.hpp"

#include "core/assert.hpp"

namespace jumak::actors {

void flush_result::read(const committed_record& where, record_view& record) const {
  const std::string_view commit = *commits[where.commit].bytes;
  record_reader reader(commit.substr(commit_header_size + where.offset, where.size));
  // We encoded it ourselves a moment ago.
  JUMAK_ASSERT(reader.next(record));
}

position flush_result::position_before(const committed_record& where) const {
  return position(headers[where.commit].first_position.value() - 1 + where.events_before);
}

record_place flush_result::place(const committed_record& where) const {
  const commit_header& header = headers[where.commit];
  return {{header.first_position, header.number}, where.index};
}

record_number flush_result::number(const committed_record& where) const {
  return headers[where.commit].first_record.plus(where.index);
}

}  // namespace jumak::actors
