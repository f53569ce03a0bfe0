#include "net/request_message.hpp"

#include <utility>

namespace jumak::net {

void request_message::take(frame&& next) {
  const bool first = count_ == 0 && !has_delimiter_;
  bytes_ += next.size();
  if (first && next.size() == 0) {
    has_delimiter_ = true;
    return;
  }
  ++count_;
  if (has_too_many() || must_be_cut()) {
    frames_.clear();
    return;
  }
  frames_.push_back(std::move(next));
}

void request_message::clear() {
  has_delimiter_ = false;
  count_ = 0;
  bytes_ = 0;
  frames_.clear();
}

}  // namespace jumak::net
