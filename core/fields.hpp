#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Field types: each says by itself what it takes, so that a described struct of them is its own
/// validation. Codecs (JSON in wire/, packed bytes here) know only the concepts below.
namespace jumak {

/// Reads from and writes as text. `expected` completes the sentence "expected …".
template <class Field>
concept text_field = requires(const Field& field, std::string_view text) {
  { Field::from_text(text) } -> std::same_as<std::optional<Field>>;
  { field.text() } -> std::convertible_to<std::string>;
  { Field::expected } -> std::convertible_to<std::string_view>;
};

/// Reads from and writes as a whole number.
template <class Field>
concept integer_field = requires(const Field& field, std::int64_t number) {
  { Field::from_integer(number) } -> std::same_as<std::optional<Field>>;
  { field.integer() } -> std::same_as<std::int64_t>;
  { Field::expected() } -> std::convertible_to<std::string>;
};

/// A list with a rule of its own, such as "1 to 1,000 names, no two alike".
template <class Field>
concept list_field = requires(const Field& field, std::vector<typename Field::item> items) {
  { Field::from_items(std::move(items)) } -> std::same_as<std::optional<Field>>;
  { field.items() } -> std::convertible_to<const std::vector<typename Field::item>&>;
  { Field::expected } -> std::convertible_to<std::string_view>;
};

/// True for well-formed UTF-8 of `least` to `most` code points without U+0000.
[[nodiscard]] bool is_text_of(std::string_view text, std::size_t least, std::size_t most) noexcept;

/// Free text of 1 to 200 code points, kept as sent.
class free_text {
 public:
  static constexpr std::string_view expected = "a text of 1 to 200 characters without U+0000";
  static constexpr std::size_t length_max = 200;

  free_text() = default;
  [[nodiscard]] static std::optional<free_text> from_text(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend auto operator<=>(const free_text&, const free_text&) = default;

 private:
  std::string text_;
};

/// A whole number in [Least, Most]. `Tag` keeps two of the same range apart.
template <class Tag, std::int64_t Least, std::int64_t Most>
class bounded_integer {
 public:
  static constexpr std::int64_t least = Least;
  static constexpr std::int64_t most = Most;

  constexpr bounded_integer() noexcept = default;
  [[nodiscard]] static constexpr std::optional<bounded_integer> from_integer(std::int64_t number) noexcept {
    if (number < Least || number > Most) return std::nullopt;
    bounded_integer made;
    made.number_ = number;
    return made;
  }
  [[nodiscard]] constexpr std::int64_t integer() const noexcept { return number_; }
  [[nodiscard]] static std::string expected() {
    return "a whole number from " + std::to_string(Least) + " to " + std::to_string(Most);
  }
  friend constexpr auto operator<=>(bounded_integer, bounded_integer) noexcept = default;

 private:
  std::int64_t number_ = Least > 0 ? Least : 0;
};

/// Whole minor units of some currency (12900 is 129.00 EUR), |money| ≤ 10^12.
using money = bounded_integer<struct money_tag, -1'000'000'000'000, 1'000'000'000'000>;

}  // namespace jumak
