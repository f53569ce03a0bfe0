#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace jumak::app::client {

/// Splits comma-separated text into rows while it streams in: fields in double quotes may hold
/// commas, line ends and doubled quotes; lines end with LF or CRLF; empty lines are passed over;
/// a byte order mark at the start is ignored.
class csv_parser {
 public:
  /// Called with each row's fields and the number of the line it starts on, from 1. A failure ends
  /// the parsing and is handed on.
  using row_handler = std::function<result<void>(const std::vector<std::string>&, std::uint64_t)>;

  explicit csv_parser(row_handler on_row) : on_row_(std::move(on_row)) {}

  /// The next piece of the text, of any length. `malformed`, naming the line, if it is no CSV.
  [[nodiscard]] result<void> feed(std::string_view piece);
  /// The end of the text; a last row without a line end counts.
  [[nodiscard]] result<void> finish();

 private:
  enum class state : std::uint8_t { field_start, plain, quoted, quote_in_quoted };

  result<void> take(char letter);
  result<void> take_outside_quotes(char letter);
  result<void> end_row();
  void end_field();
  [[nodiscard]] tl::unexpected<error> refuse(std::string_view what) const;

  row_handler on_row_;
  std::vector<std::string> fields_;
  std::string field_;
  state state_ = state::field_start;
  bool row_begun_ = false;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  std::size_t mark_seen_ = 0;
};

}  // namespace jumak::app::client
