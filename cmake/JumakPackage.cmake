# What `cmake --install` gives a project with a domain of its own: headers below include/jumak/, static
# libraries, and a package to be found with find_package(Jumak).

include(CMakePackageConfigHelpers)

# jumak_package(<name>...)
#
# Installs the libraries jumak_<name> as Jumak::<name>, as the component "engine", and the programs jumak and jumak-bench
# as the component "programs". Others write #include <jumak/core/decider.hpp>; our headers name each other from the root,
# so include/jumak is among a consumer's folders, too, and a "core/" of their own must come before it.
function(jumak_package)
  set(targets jumak_sanitizers)
  set_target_properties(jumak_sanitizers PROPERTIES EXPORT_NAME sanitizers)
  foreach(name IN LISTS ARGN)
    set_target_properties(jumak_${name} PROPERTIES EXPORT_NAME ${name})
    list(APPEND targets jumak_${name})
  endforeach()

  set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/Jumak")
  install(
    TARGETS ${targets}
    EXPORT JumakTargets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT engine
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/jumak" COMPONENT engine)
  install(
    EXPORT JumakTargets
    NAMESPACE Jumak::
    DESTINATION "${package_folder}"
    COMPONENT engine)

  install(TARGETS jumak jumak-bench RUNTIME COMPONENT programs)

  configure_package_config_file(
    "${PROJECT_SOURCE_DIR}/cmake/JumakConfig.cmake.in" "${PROJECT_BINARY_DIR}/JumakConfig.cmake"
    INSTALL_DESTINATION "${package_folder}")
  write_basic_package_version_file(
    "${PROJECT_BINARY_DIR}/JumakConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
  # The find modules go along: Debian ships no CMake package for what they find.
  set(modules FindCAF FindRocksDB FindcppZMQ FindxxHash Findjemalloc)
  list(TRANSFORM modules PREPEND "${PROJECT_SOURCE_DIR}/cmake/")
  list(TRANSFORM modules APPEND ".cmake")
  install(
    FILES "${PROJECT_BINARY_DIR}/JumakConfig.cmake"
          "${PROJECT_BINARY_DIR}/JumakConfigVersion.cmake" ${modules}
    DESTINATION "${package_folder}"
    COMPONENT engine)
endfunction()
