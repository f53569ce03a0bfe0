#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/flat_map.hpp"
#include "core/record.hpp"
#include "core/timestamp.hpp"
#include "storage/index/deadline_source.hpp"
#include "storage/index/row_hash.hpp"

/// How armed deadlines lie on disk: rows of names, written and taken out together with each run.
///
///   stream row    := slot u8, text aggregate, text stream suffix → signed due in µs, unsigned version that armed it
///   aggregate row := slot u8, text aggregate                     → nothing: it lives by given time
///
/// Texts and numbers as in core/pack.hpp. An aggregate's row comes right before those of its streams.
namespace jumak::storage {

/// What is left of one window of the log: for each row that changed, how it is at the end. A deadline that was
/// armed by its stream's first event and settled in the same window leaves nothing. One thread.
class deadline_rows {
 public:
  struct change {
    std::string_view key;
    std::optional<std::string> value;  ///< Nothing: the row is to be taken out.
    friend bool operator==(const change&, const change&) = default;
  };

  /// Folds a record, in log order. Errors: those of the source; folding the same record again is no harm.
  [[nodiscard]] result<void> add(const record_view& record, const deadline_source& source);
  /// The changes in key order. They are valid until the next add() or clear().
  [[nodiscard]] std::vector<change> sorted() const;
  void clear() { rows_.clear(); }

 private:
  struct net {
    bool fresh = false;  ///< Nothing on disk can have this row.
    std::optional<std::string> value;
  };

  flat_text_map<std::string, net> rows_;
};

/// A row as it is read back.
struct deadline_row {
  std::string_view aggregate;
  std::optional<std::string_view> stream;  ///< Nothing for the aggregate's own row.
  timestamp due;
  version armed_by;
};
/// Nothing when the bytes have another form. The views point into the key.
[[nodiscard]] std::optional<deadline_row> parse_deadline_row(std::string_view key, std::string_view value);
/// Where the rows of a slot begin; `slot` up to slot_count, which is behind the last.
[[nodiscard]] std::string deadline_slot_key(std::uint32_t slot);

}  // namespace jumak::storage
