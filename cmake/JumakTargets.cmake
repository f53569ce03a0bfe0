# How a folder becomes a target. Sources and headers are listed by name, relative to the folder;
# a dependency is PUBLIC only if a header of the folder includes it.

# jumak_library(<target>
#   [SOURCES file...] [HEADERS file...]
#   [PUBLIC_DEPENDS target...] [PRIVATE_DEPENDS target...])
#
# A static library, or an interface library as long as it has no sources. Everybody includes its
# headers from the root of the project: #include "core/position.hpp".
function(jumak_library target)
  cmake_parse_arguments(
    PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;PUBLIC_DEPENDS;PRIVATE_DEPENDS")
  _jumak_refuse_unknown(${target} "${arg_UNPARSED_ARGUMENTS}")

  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(public PUBLIC)
    set(private PRIVATE)
  else()
    add_library(${target} INTERFACE)
    set(public INTERFACE)
    set(private INTERFACE)
  endif()

  target_include_directories(
    ${target} ${public} "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>"
                        "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
  target_compile_features(${target} ${public} cxx_std_20)
  target_link_libraries(
    ${target}
    ${public} jumak_sanitizers ${arg_PUBLIC_DEPENDS}
    ${private} ${arg_PRIVATE_DEPENDS})
  if(arg_SOURCES)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:jumak_warnings>)
  endif()

  if(arg_HEADERS)
    target_sources(${target} ${public} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}"
                                       FILES ${arg_HEADERS})
    set_target_properties(
      ${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ${JUMAK_VERIFY_HEADERS})
  endif()
endfunction()

# jumak_program(<target> SOURCES file... [DEPENDS target...])
#
# An executable. Without sources there is no target.
function(jumak_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  _jumak_refuse_unknown(${target} "${arg_UNPARSED_ARGUMENTS}")
  if(NOT arg_SOURCES)
    return()
  endif()
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE jumak_warnings jumak_sanitizers ${arg_DEPENDS})
endfunction()

# jumak_tests(<folder> SOURCES file... [DEPENDS target...]
#   [SUITE name] [TIMEOUT seconds] [SERIAL])
#
# The GoogleTest program jumak_<folder>_tests (or jumak_<folder>_<suite>_tests), each test known to
# ctest by name and labelled with the folder. SERIAL is for suites that load the machine: they run
# alone and carry "load" in their label. TIMEOUT is for one test; it is longer under a sanitizer.
function(jumak_tests folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "SUITE;TIMEOUT" "SOURCES;DEPENDS")
  set(target jumak_${folder}_tests)
  set(labels ${folder})
  if(arg_SUITE)
    set(target jumak_${folder}_${arg_SUITE}_tests)
    list(APPEND labels ${arg_SUITE})
  endif()
  _jumak_refuse_unknown(${target} "${arg_UNPARSED_ARGUMENTS}")
  if(NOT arg_SOURCES)
    return()
  endif()

  jumak_program(${target} SOURCES ${arg_SOURCES} DEPENDS ${arg_DEPENDS} rapidcheck_gtest
                GTest::gmock_main)

  set(timeout 120)
  if(arg_TIMEOUT)
    set(timeout ${arg_TIMEOUT})
  endif()
  if(JUMAK_SANITIZE OR JUMAK_COVERAGE)
    math(EXPR timeout "${timeout} * 4")
  endif()
  set(environment "")
  if(JUMAK_SANITIZE STREQUAL "thread")
    set(environment
        ENVIRONMENT
        "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/tsan-suppressions.txt")
  endif()
  set(prefixes ${labels})
  set(serial OFF)
  if(arg_SERIAL)
    set(serial ON)
    list(APPEND labels load)
  endif()

  # gtest_discover_tests cannot pass a list on, so the labels are one word; ctest -L looks for a
  # part of it, as in -L core or -L load.
  list(JOIN labels "-" label)
  list(JOIN prefixes "." prefix)
  gtest_discover_tests(
    ${target}
    TEST_PREFIX "${prefix}."
    DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT ${timeout} RUN_SERIAL ${serial} LABELS ${label}
               ${environment})
endfunction()

function(_jumak_refuse_unknown target arguments)
  if(arguments)
    message(FATAL_ERROR "${target}: not understood: ${arguments}")
  endif()
endfunction()
