# Finds ZeroMQ's shared library with its C++ header zmq.hpp (cppzmq).
#
# Offers the imported target ZeroMQ::cppzmq.

find_path(cppZMQ_INCLUDE_DIR zmq.hpp)
find_library(cppZMQ_LIBRARY zmq)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(cppZMQ REQUIRED_VARS cppZMQ_LIBRARY cppZMQ_INCLUDE_DIR)

if(cppZMQ_FOUND AND NOT TARGET ZeroMQ::cppzmq)
  add_library(ZeroMQ::cppzmq UNKNOWN IMPORTED)
  set_target_properties(
    ZeroMQ::cppzmq PROPERTIES IMPORTED_LOCATION "${cppZMQ_LIBRARY}"
                              INTERFACE_INCLUDE_DIRECTORIES "${cppZMQ_INCLUDE_DIR}")
endif()

mark_as_advanced(cppZMQ_INCLUDE_DIR cppZMQ_LIBRARY)
