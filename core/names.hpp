#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jumak {

/// True for 1 to 64 characters of `A-Z a-z 0-9 . _ : -`: what names and command ids are made of.
[[nodiscard]] bool is_identifier(std::string_view text) noexcept;

/// The name of a hotel, a guest, a room, …: an identifier that is not `.` or `..`.
class name {
 public:
  static constexpr std::string_view expected =
      "a name: 1 to 64 characters of A-Z a-z 0-9 . _ : - and not . or ..";
  static constexpr std::string_view pattern = "^(?!\\.{1,2}$)[A-Za-z0-9._:-]{1,64}$";

  name() = default;
  [[nodiscard]] static std::optional<name> from_text(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend auto operator<=>(const name&, const name&) = default;

 private:
  std::string text_;
};

/// The client's name for one intent, the idempotency key within its aggregate. The engine's own ids
/// start with `$`, which no client can send.
class command_id {
 public:
  static constexpr std::string_view expected = "an id: 1 to 64 characters of A-Z a-z 0-9 . _ : -";

  command_id() = default;
  [[nodiscard]] static std::optional<command_id> from_text(std::string_view text);
  /// Trusts the text: for ids read back from the log.
  [[nodiscard]] static command_id from_log(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend auto operator<=>(const command_id&, const command_id&) = default;

 private:
  std::string text_;
};

/// `kind/name`: one consistency boundary. Its own stream has the same text; the streams of entities
/// inside it are that text, `/` and a suffix such as `reservation/r-1`.
class aggregate_id {
 public:
  static constexpr std::string_view expected =
      "kind/name, the name 1 to 64 characters of A-Z a-z 0-9 . _ : - and not . or ..";

  aggregate_id() = default;
  aggregate_id(std::string_view kind, const name& which);
  [[nodiscard]] static std::optional<aggregate_id> from_text(std::string_view text);
  /// Trusts the text: for ids read back from the log.
  [[nodiscard]] static aggregate_id from_log(std::string_view text);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::string_view kind() const noexcept { return std::string_view(text_).substr(0, slash_); }
  [[nodiscard]] std::string_view which() const noexcept { return std::string_view(text_).substr(slash_ + 1); }
  friend bool operator==(const aggregate_id& left, const aggregate_id& right) noexcept {
    return left.text_ == right.text_;
  }
  friend auto operator<=>(const aggregate_id& left, const aggregate_id& right) noexcept {
    return left.text_ <=> right.text_;
  }

 private:
  std::string text_;
  std::size_t slash_ = 0;
};

/// The full name of a stream: the aggregate alone for an empty suffix.
[[nodiscard]] std::string stream_name(std::string_view aggregate, std::string_view suffix);

}  // namespace jumak

template <>
struct std::hash<jumak::name> {
  std::size_t operator()(const jumak::name& value) const noexcept { return std::hash<std::string>{}(value.text()); }
};
template <>
struct std::hash<jumak::aggregate_id> {
  std::size_t operator()(const jumak::aggregate_id& value) const noexcept {
    return std::hash<std::string>{}(value.text());
  }
};
