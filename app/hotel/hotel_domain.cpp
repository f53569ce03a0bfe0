#include "app/hotel/hotel_domain.hpp"

#include "domain/guest/decider.hpp"
#include "domain/hotel/decider.hpp"
#include "domain/views/read_views.hpp"
#include "hosting/typed_views.hpp"

namespace jumak::app {

std::unique_ptr<const hosting::hosted_domain> make_hotel_domain() {
  return std::make_unique<hosting::typed_domain<hotel::read_views, hotel::decider, guest::decider>>();
}

}  // namespace jumak::app
