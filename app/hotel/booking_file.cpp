#include "app/hotel/booking_file.hpp"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <set>

#include "app/hotel/csv_parser.hpp"

namespace jumak::app::client {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;
/// Hotels named in a message about a hotel that is not there.
constexpr std::size_t hotels_named_max = 10;

struct file_closer {
  void operator()(gzFile file) const noexcept { gzclose(file); }
};
using gzip_file = std::unique_ptr<gzFile_s, file_closer>;

/// Takes rows as they come and keeps those of one hotel.
class booking_collector {
 public:
  explicit booking_collector(const std::string& hotel) : hotel_(hotel) {}

  result<void> take(const std::vector<std::string>& fields, std::uint64_t line) {
    if (!columns_) {
      auto columns = booking_columns::from_header(fields);
      if (!columns) {
        return tl::unexpected(columns.error());
      }
      columns_ = std::move(*columns);
      return {};
    }
    if (columns_->has_hotel() && columns_->hotel_of(fields) != hotel_) {
      if (others_.size() < hotels_named_max) {
        others_.emplace(columns_->hotel_of(fields));
      }
      return {};
    }
    auto read = columns_->read(fields, static_cast<std::uint32_t>(bookings_.size()) + 1);
    if (!read) {
      return failure(read.error().code,
                     "line " + std::to_string(line) + ": " + read.error().message);
    }
    bookings_.push_back(std::move(*read));
    return {};
  }

  result<std::vector<booking>> finish() {
    if (!bookings_.empty()) {
      return std::move(bookings_);
    }
    std::string names;
    for (const std::string& name : others_) {
      names += (names.empty() ? "'" : ", '") + name + "'";
    }
    return failure(errc::not_found, "no row is of hotel '" + hotel_ + "'; " +
                                        (names.empty() ? "there are no rows."
                                                       : "give --hotel one of " + names + "."));
  }

 private:
  std::string hotel_;
  std::optional<booking_columns> columns_;
  std::vector<booking> bookings_;
  std::set<std::string> others_;
};

result<void> read_pieces(gzFile file, csv_parser& parser) {
  std::array<char, piece_bytes> piece{};
  while (true) {
    const int bytes = gzread(file, piece.data(), static_cast<unsigned>(piece.size()));
    if (bytes > 0) {
      if (auto done = parser.feed({piece.data(), static_cast<std::size_t>(bytes)}); !done) {
        return done;
      }
      continue;
    }
    int code = Z_OK;
    const char* problem = gzerror(file, &code);
    // A gzip stream that stops early is an end of file with Z_BUF_ERROR.
    if (bytes < 0 || code != Z_OK) {
      return failure(errc::io_failed, std::string("cannot be read to its end: ") + problem);
    }
    return parser.finish();
  }
}

}  // namespace

result<std::vector<booking>> read_bookings(const std::string& path, const std::string& hotel) {
  const auto in_file = [&](const error& problem) {
    return failure(problem.code, path + ": " + problem.message);
  };
  const gzip_file file(gzopen(path.c_str(), "rb"));
  if (!file) {
    return in_file({errc::io_failed, std::string("cannot be opened: ") + std::strerror(errno), {}});
  }
  booking_collector collector(hotel);
  csv_parser parser(
      [&](const auto& fields, std::uint64_t line) { return collector.take(fields, line); });
  if (auto done = read_pieces(file.get(), parser); !done) {
    return in_file(done.error());
  }
  auto bookings = collector.finish();
  if (!bookings) {
    return in_file(bookings.error());
  }
  return bookings;
}

}  // namespace jumak::app::client
