#pragma once

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>

/// Parsed JSON as it passes through folders that neither parse nor write it.
namespace jumak::wire {

using json_object = boost::json::object;
using json_value = boost::json::value;

/// Memory for one parse, on the stack as long as the text is small. Values read into it end with it.
class json_scratch {
 public:
  json_scratch() noexcept : memory_(buffer_, sizeof buffer_) {}
  [[nodiscard]] boost::json::storage_ptr storage() noexcept { return &memory_; }

 private:
  std::byte buffer_[16 * 1024];
  boost::json::monotonic_resource memory_;
};

/// A copy that owns its memory.
[[nodiscard]] inline json_object owned_copy(const json_object& object) {
  return json_object(object, boost::json::storage_ptr());
}

}  // namespace jumak::wire
