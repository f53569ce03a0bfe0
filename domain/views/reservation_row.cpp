#include "domain/views/reservation_row.hpp"

#include <algorithm>
#include <utility>

namespace jumak::hotel::views {

nightly_rates::nightly_rates(const std::vector<night_rate>& nights) {
  if (nights.empty()) {
    return;
  }
  same_ = nights.front().rate.integer();
  const auto differs = [&](const night_rate& night) { return night.rate.integer() != same_; };
  if (std::ranges::any_of(nights, differs)) {
    each_ = std::make_unique<std::int64_t[]>(nights.size() + 1);
    each_[0] = static_cast<std::int64_t>(nights.size());
    std::ranges::transform(nights, each_.get() + 1,
                           [](const night_rate& night) { return night.rate.integer(); });
  }
}

void nightly_rates::keep(keeper& out) const {
  const std::int64_t count = each_ ? each_[0] : 0;
  pack_signed(out.next(), same_);
  pack_signed(out.next(), count);
  for (std::int64_t night = 1; night <= count; ++night) {
    pack_signed(out.next(), each_[static_cast<std::size_t>(night)]);
  }
}

void nightly_rates::restore(unpacker& in) {
  same_ = in.read_signed();
  const std::int64_t count = in.read_signed();
  each_.reset();
  if (count < 0 || std::cmp_greater(count, in.remaining())) {
    return in.fail();
  }
  if (count > 0) {
    each_ = std::make_unique<std::int64_t[]>(static_cast<std::size_t>(count) + 1);
    each_[0] = count;
    std::generate_n(each_.get() + 1, count, [&] { return in.read_signed(); });
  }
}

}  // namespace jumak::hotel::views
