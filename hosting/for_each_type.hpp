#pragma once

#include <boost/mp11.hpp>
#include <type_traits>
#include <utility>

namespace jumak::hosting {

/// Calls `use(std::type_identity<T>)` for each T of a variant or a list of types, in order.
template <class List, class Use>
void for_each_type(Use&& use) {
  using types = boost::mp11::mp_rename<List, boost::mp11::mp_list>;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, types>>(std::forward<Use>(use));
}

}  // namespace jumak::hosting
