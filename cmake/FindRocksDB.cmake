# Finds RocksDB's shared library. Debian ships a CMake package, but it asks for find modules that
# Debian does not ship.
#
# Offers the imported target RocksDB::RocksDB.

find_path(RocksDB_INCLUDE_DIR rocksdb/db.h)
find_library(RocksDB_LIBRARY rocksdb)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(RocksDB REQUIRED_VARS RocksDB_LIBRARY RocksDB_INCLUDE_DIR)

if(RocksDB_FOUND AND NOT TARGET RocksDB::RocksDB)
  add_library(RocksDB::RocksDB UNKNOWN IMPORTED)
  set_target_properties(
    RocksDB::RocksDB PROPERTIES IMPORTED_LOCATION "${RocksDB_LIBRARY}"
                                INTERFACE_INCLUDE_DIRECTORIES "${RocksDB_INCLUDE_DIR}")
endif()

mark_as_advanced(RocksDB_INCLUDE_DIR RocksDB_LIBRARY)
