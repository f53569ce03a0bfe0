#include "storage/index/deadline_rows.hpp"

#include <algorithm>

#include "core/pack.hpp"
#include "storage/index/deadline_fold.hpp"

namespace jumak::storage {

result<void> deadline_rows::add(const record_view& record, const deadline_source& source) {
  if (!source.has_deadlines(record.aggregate)) return {};
  std::string key(1, static_cast<char>(aggregate_hash(record.aggregate).slot()));
  pack_text(key, record.aggregate);
  const std::size_t aggregate_size = key.size();
  const auto change = [&](std::string_view stream, const deadline_change& told, version at) {
    key.resize(aggregate_size);
    pack_text(key, stream);
    const bool arms = told.what == deadline_change::kind::arm;
    const auto found = rows_.find(key);
    if (found == rows_.end() && !arms && at == version(1)) return;  // There never was one to settle.
    net& row = found == rows_.end() ? rows_.emplace(key, net{at == version(1), {}}).first->second : found->second;
    row.value.reset();
    if (!arms) return;
    pack_signed(row.value.emplace(), told.due.time_since_epoch().count());
    pack_unsigned(*row.value, at.value());
  };
  if (auto told = for_each_deadline_change(record, source, change); !told) return told;
  key.resize(aggregate_size);
  net& own = rows_[key];
  own.value.reset();
  if (record.time_given) own.value.emplace();
  return {};
}

std::vector<deadline_rows::change> deadline_rows::sorted() const {
  std::vector<change> changes;
  changes.reserve(rows_.size());
  for (const auto& [key, row] : rows_) {
    if (row.value || !row.fresh) changes.push_back({key, row.value});
  }
  std::ranges::sort(changes, {}, &change::key);
  return changes;
}

std::optional<deadline_row> parse_deadline_row(std::string_view key, std::string_view value) {
  unpacker names(key);
  names.read_byte();
  deadline_row row;
  row.aggregate = names.read_text();
  if (names.remaining() == 0) return names.done() && value.empty() ? std::optional(row) : std::nullopt;
  row.stream = names.read_text();
  unpacker in(value);
  row.due = timestamp(std::chrono::microseconds(in.read_signed()));
  row.armed_by = version(in.read_unsigned());
  if (!names.done() || !in.done()) return std::nullopt;
  return row;
}

std::string deadline_slot_key(std::uint32_t slot) {
  if (slot == slot_count) return std::string(11, '\xFF');
  return std::string(1, static_cast<char>(slot));
}

}  // namespace jumak::storage
