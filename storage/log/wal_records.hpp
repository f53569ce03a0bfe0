#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The form of RocksDB's WAL files, read by ourselves: no mode of recovery tells a last write that a
/// power cut left torn from damage to what was acknowledged.
///
///   file    := block…                         each 32 KiB, the last one shorter
///   block   := piece… zeros                   the zeros where no header fits any more
///   piece   := checksum u32, length u16, type u8, bytes           numbers little-endian
///   type    := 1 full | 2 first | 3 middle | 4 last               of a record
///
/// A record is one write: what lies in it is there as a whole or not at all. Space that is reserved
/// behind the last record is zeros.
namespace jumak::storage {

inline constexpr std::size_t wal_block_size = 32 * 1024;
inline constexpr std::size_t wal_header_size = 7;

/// Walks over the records of one WAL file, whose bytes must outlive it.
class wal_records {
 public:
  explicit wal_records(std::string_view file) noexcept : file_(file) {}

  /// The next record; it lives until the next call. Nothing at the end, or where no whole record follows.
  [[nodiscard]] std::optional<std::string_view> next();

  /// Goes on behind the place where `next` stopped, at the next place where a record starts and its
  /// checksums hold; nothing when there is none. Costs up to a second for a block full of damage.
  [[nodiscard]] std::optional<std::string_view> next_behind();

  /// Where the last record that `next` gave ends: the whole records are the bytes before.
  [[nodiscard]] std::size_t whole_until() const noexcept { return whole_until_; }

  /// True when nothing but zeros lies behind `whole_until`.
  [[nodiscard]] bool zeros_behind() const noexcept;

 private:
  enum class piece_type : std::uint8_t { full = 1, first = 2, middle = 3, last = 4 };
  struct piece {
    piece_type type;
    std::string_view bytes;
    std::size_t end;
  };

  [[nodiscard]] std::optional<piece> piece_at(std::size_t offset) const;
  struct record {
    std::string_view bytes;
    std::size_t end;
  };
  [[nodiscard]] std::optional<record> record_at(std::size_t offset);
  [[nodiscard]] bool starts_record(std::size_t offset) const;

  std::string_view file_;
  std::size_t whole_until_ = 0;
  std::size_t searched_until_ = 0;
  std::string joined_;  // The pieces of a record that has several.
};

}  // namespace jumak::storage
