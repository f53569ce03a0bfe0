#include "storage/index/due_id.hpp"

#include "core/names.hpp"

namespace jumak::storage {
namespace {

constexpr std::string_view prefix = "$due/";

}  // namespace

std::string due_id(std::string_view aggregate, std::string_view stream, version armed_by) {
  std::string id(prefix);
  id += stream_name(aggregate, stream);
  id += '/';
  id += std::to_string(armed_by.value());
  return id;
}

std::optional<std::string_view> stream_of_due_id(std::string_view id, std::string_view aggregate) {
  if (!id.starts_with(prefix)) return std::nullopt;
  id.remove_prefix(prefix.size());
  if (!id.starts_with(aggregate)) return std::nullopt;
  id.remove_prefix(aggregate.size());
  // What is left: "/" version, or "/" suffix "/" version.
  const std::size_t last = id.rfind('/');
  if (last == std::string_view::npos || id.front() != '/') return std::nullopt;
  return last == 0 ? std::string_view() : id.substr(1, last - 1);
}

}  // namespace jumak::storage
