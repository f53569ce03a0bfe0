# How we compile: the language, the tools that make builds fast, and two interface targets that
# every target of ours links: jumak_warnings and jumak_sanitizers.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Release keeps line tables, because a profile without names tells nothing. No -march=native: the
# binary may move to another machine. Debug is -Og so that tests with real data stay quick.
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-Og -g -D_GLIBCXX_ASSERTIONS")
if(JUMAK_SANITIZE)
  # A report needs lines and no variables; a sanitizer's build is long enough without them.
  set(CMAKE_CXX_FLAGS_DEBUG "-Og -g1 -D_GLIBCXX_ASSERTIONS")
endif()

find_program(JUMAK_CCACHE ccache)
if(JUMAK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${JUMAK_CCACHE}")
endif()

find_program(JUMAK_MOLD mold)
if(JUMAK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(JUMAK_CLANG_TIDY)
  find_program(JUMAK_CLANG_TIDY_PROGRAM clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${JUMAK_CLANG_TIDY_PROGRAM}" --quiet)
endif()

# Shadowing is watched among locals only: types and variables are both snake_case here, so a
# parameter "command" beside a type "command" is everyday. -Wnull-dereference is left out because
# GCC 12 sees null in sound code of the standard library once it inlines.
add_library(jumak_warnings INTERFACE)
target_compile_options(
  jumak_warnings
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow=local
            -Wconversion
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wcast-align
            -Wimplicit-fallthrough
            -Wformat=2)
if(JUMAK_WARNINGS_AS_ERRORS)
  target_compile_options(jumak_warnings INTERFACE -Werror)
endif()

add_library(jumak_sanitizers INTERFACE)
if(JUMAK_SANITIZE)
  # The vptr check needs type information that Debian's libraries were not built to share.
  target_compile_options(
    jumak_sanitizers INTERFACE -fsanitize=${JUMAK_SANITIZE} -fno-sanitize=vptr
                               -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(jumak_sanitizers INTERFACE -fsanitize=${JUMAK_SANITIZE})
endif()
if(JUMAK_COVERAGE)
  target_compile_options(jumak_sanitizers INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(jumak_sanitizers INTERFACE --coverage)
endif()
