#include "app/client/request_id.hpp"

#include <chrono>
#include <random>
#include <string_view>

namespace jumak::app::client {
namespace {

/// Without I, L, O and U, which people misread.
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int time_letters = 10;
constexpr int random_letters = 16;
constexpr unsigned bits_a_letter = 5;

}  // namespace

std::string new_request_id() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  const auto milliseconds = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count());
  std::string id;
  for (int place = time_letters - 1; place >= 0; --place) {
    id +=
        letters[(milliseconds >> (bits_a_letter * static_cast<unsigned>(place))) % letters.size()];
  }
  std::random_device random;
  for (int place = 0; place < random_letters; ++place) {
    id += letters[random() % letters.size()];
  }
  return id;
}

std::uint64_t new_seed() {
  std::random_device random;
  return (static_cast<std::uint64_t>(random()) << 32U) | random();
}

}  // namespace jumak::app::client
