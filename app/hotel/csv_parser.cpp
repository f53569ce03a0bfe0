#include "app/hotel/csv_parser.hpp"

namespace jumak::app::client {
namespace {

/// A longer field is taken for a sign that the file is something else.
constexpr std::size_t field_bytes_max = 64 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

result<void> csv_parser::feed(std::string_view piece) {
  for (const char letter : piece) {
    if (mark_seen_ < byte_order_mark.size()) {
      if (letter == byte_order_mark[mark_seen_]) {
        ++mark_seen_;
        continue;
      }
      mark_seen_ = byte_order_mark.size();
    }
    if (auto done = take(letter); !done) {
      return done;
    }
  }
  return {};
}

result<void> csv_parser::finish() {
  if (state_ == state::quoted) {
    return refuse("a quoted field does not end");
  }
  return row_begun_ ? end_row() : result<void>();
}

result<void> csv_parser::take(char letter) {
  if (letter == '\n') {
    ++line_;
  }
  if (state_ == state::quoted) {
    if (letter == '"') {
      state_ = state::quote_in_quoted;
      return {};
    }
  } else {
    if (state_ == state::quote_in_quoted && letter == '"') {
      state_ = state::quoted;  // a doubled quote stands for one
    } else if (letter == ',' || letter == '\n' || letter == '\r' || letter == '"') {
      return take_outside_quotes(letter);
    } else if (state_ == state::quote_in_quoted) {
      return refuse("text follows a closing quote");
    } else {
      state_ = state::plain;
      row_begun_ = true;
    }
  }
  if (field_.size() >= field_bytes_max) {
    return refuse("a field is over 64 KiB; is this a CSV file?");
  }
  field_ += letter;
  return {};
}

result<void> csv_parser::take_outside_quotes(char letter) {
  if (letter == '"') {
    if (state_ != state::field_start) {
      return refuse("a quote stands inside a field that does not begin with one");
    }
    state_ = state::quoted;
    row_begun_ = true;
    return {};
  }
  if (letter == ',') {
    row_begun_ = true;
    end_field();
    return {};
  }
  if (letter == '\r') {
    return {};  // the line ends with the LF that follows
  }
  if (row_begun_) {
    return end_row();
  }
  row_line_ = line_;
  return {};
}

result<void> csv_parser::end_row() {
  end_field();
  auto done = on_row_(fields_, row_line_);
  fields_.clear();
  row_begun_ = false;
  row_line_ = line_;
  return done;
}

void csv_parser::end_field() {
  fields_.push_back(std::move(field_));
  field_.clear();
  state_ = state::field_start;
}

tl::unexpected<error> csv_parser::refuse(std::string_view what) const {
  return failure(errc::malformed, "line " + std::to_string(row_line_) + ": " + std::string(what));
}

}  // namespace jumak::app::client
