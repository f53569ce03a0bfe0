#include "storage/index/checkpoint.hpp"

#include "core/pack_head.hpp"

namespace jumak::storage {
checkpoint checkpoint_at(const commit_view& commit) noexcept {
  const commit_header& header = commit.header();
  return {header.log, commit.key(), header.head(), record_number(header.next_record().value() - 1),
          commit.hash()};
}

result<bool> agrees(const checkpoint& folded, const log& log) {
  const log_head head = log.head();
  if (folded.log != head.log || folded.commit.number > head.last_commit) return false;
  // A page and not read_commit: a key that is not there is an answer here, not a damaged log.
  const auto page = log.read(folded.commit, 1);
  if (!page) return tl::unexpected(page.error());
  if (page->empty()) return false;
  const auto commit = commit_view::parse(page->front());
  if (!commit) return tl::unexpected(commit.error());
  return checkpoint_at(*commit) == folded;
}

void pack_checkpoint(std::string& out, const checkpoint& folded) {
  pack_hash(out, folded.log.bits);
  pack_unsigned(out, folded.commit.first_position.value());
  pack_unsigned(out, folded.commit.number.value());
  pack_unsigned(out, folded.head.value());
  pack_unsigned(out, folded.last_record.value());
  pack_hash(out, folded.chain);
}

std::optional<checkpoint> unpack_checkpoint(std::string_view bytes) {
  unpacker in(bytes);
  checkpoint folded;
  folded.log.bits = unpack_hash(in);
  folded.commit.first_position = position(in.read_unsigned());
  folded.commit.number = commit_number(in.read_unsigned());
  folded.head = position(in.read_unsigned());
  folded.last_record = record_number(in.read_unsigned());
  folded.chain = unpack_hash(in);
  if (!in.done()) return std::nullopt;
  return folded;
}

}  // namespace jumak::storage
