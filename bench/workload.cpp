#include "bench/workload.hpp"

#include "bench/bookings.hpp"
#include "bench/guests.hpp"
#include "bench/scripted.hpp"
#include "core/assert.hpp"

namespace jumak::bench {

std::vector<std::string> workload_names() { return {"bookings", "guests", "hot", "scripted"}; }

std::unique_ptr<workload> make_workload(const workload_options& options,
                                        const std::string& prefix) {
  if (options.name == "guests") return std::make_unique<guests>(prefix);
  if (options.name == "scripted") return std::make_unique<scripted>(prefix, options.script);
  const std::size_t hotels = options.name == "hot" ? 1 : options.hotels;
  JUMAK_ASSERT(options.name == "hot" || options.name == "bookings");
  return std::make_unique<bookings>(prefix, bookings::sized_for(hotels, options.commands));
}

}  // namespace jumak::bench
