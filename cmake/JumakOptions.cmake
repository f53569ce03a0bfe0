# Every switch of the build, in one place. The presets in CMakePresets.json set them.

option(JUMAK_TESTS "Build the tests" ON)
option(JUMAK_WARNINGS_AS_ERRORS "Let a warning stop the build" OFF)
option(JUMAK_VERIFY_HEADERS "Compile every header alone (target all_verify_interface_header_sets)" OFF)
option(JUMAK_COVERAGE "Count executed lines (gcov)" OFF)
option(JUMAK_CLANG_TIDY "Run clang-tidy on every source that is compiled" OFF)

# Debian's CAF is not instrumented, so ThreadSanitizer would report its innards and hide ours
# (see docs/decisions). With this option actors/, app/, bench/ and their tests are left out.
option(JUMAK_WITHOUT_CAF "Leave out every target that links CAF" OFF)

set(JUMAK_SANITIZE "" CACHE STRING "Sanitizers as for -fsanitize=, for example address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Type of build" FORCE)
endif()
