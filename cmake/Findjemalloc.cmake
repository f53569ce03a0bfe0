# Finds jemalloc, for which Debian ships no CMake package. Gives jemalloc::jemalloc: linking it replaces
# malloc and free of the whole program.
find_library(JEMALLOC_LIBRARY jemalloc)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(jemalloc REQUIRED_VARS JEMALLOC_LIBRARY)

if(jemalloc_FOUND AND NOT TARGET jemalloc::jemalloc)
  add_library(jemalloc::jemalloc UNKNOWN IMPORTED)
  set_target_properties(jemalloc::jemalloc PROPERTIES IMPORTED_LOCATION "${JEMALLOC_LIBRARY}")
endif()
mark_as_advanced(JEMALLOC_LIBRARY)
