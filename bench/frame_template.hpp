#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jumak::bench {

/// A JSON frame rendered once, with holes of fixed width that are overwritten for each command, so
/// that making a command costs a few stores and no JSON library. One thread at a time.
class frame_template {
 public:
  /// A hole: where it starts and how many bytes it has.
  struct field {
    std::size_t offset;
    std::size_t width;
  };

  /// Appends bytes that never change.
  frame_template& literal(std::string_view text);

  /// Appends a hole of `width` bytes, filled with zeros (the digit) until it is patched.
  field hole(std::size_t width);

  /// Writes a number with leading zeros. It must fit the field.
  void patch(field target, std::uint64_t number) noexcept;

  /// Writes a text of exactly the field's width, of the characters a name may have (`A-Z a-z 0-9 .
  /// _ : -`), which need no escape in JSON.
  void patch(field target, std::string_view text) noexcept;

  /// The frame as it is now; valid until the next change.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  std::string text_;
};

}  // namespace jumak::bench
