# What we stand on, each as an imported target. Which folder may link which target is the table in
# ARCHITECTURE.md, held by tests/architecture/.
#
#   core     Boost::headers  tl::expected  xxHash::xxhash
#   domain   date::date-tz
#   wire     Boost::json
#   storage  RocksDB::RocksDB
#   net      ZeroMQ::cppzmq
#   actors   CAF::core
#   app      CLI11::CLI11  spdlog::spdlog  ZLIB::ZLIB  jemalloc::jemalloc (not under a sanitizer)
#   tests    GTest::gmock_main  rapidcheck  rapidcheck_gtest

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(tl-expected REQUIRED)
find_package(date REQUIRED)
find_package(xxHash REQUIRED)
find_package(RocksDB MODULE REQUIRED)
find_package(cppZMQ MODULE REQUIRED)

if(NOT JUMAK_WITHOUT_CAF)
  find_package(CAF 0.17.6 EXACT REQUIRED)
  find_package(CLI11 REQUIRED)
  find_package(spdlog REQUIRED)
  find_package(ZLIB REQUIRED)
endif()

# A sanitizer brings an allocator of its own.
if(NOT JUMAK_WITHOUT_CAF AND NOT JUMAK_SANITIZE)
  find_package(jemalloc MODULE REQUIRED)
endif()

if(JUMAK_TESTS)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()
