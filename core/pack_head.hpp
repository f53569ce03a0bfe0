#pragma once

#include <string>

#include "core/commit.hpp"
#include "core/pack.hpp"

/// Hashes and heads of a log as bytes, the same in every file and frame that holds one:
///
///   hash := low u64, high u64
///   head := log id (a hash), epoch u64, commit number u64, next position u64, next record u64,
///           hash of the last commit                                   all little-endian
namespace jumak {

void pack_hash(std::string& out, hash128 hash);
/// Zeros when the input ends too early; `in` has failed then.
[[nodiscard]] hash128 unpack_hash(unpacker& in);

void pack_head(std::string& out, const log_head& head);
/// Zeros when the input ends too early; `in` has failed then.
[[nodiscard]] log_head unpack_head(unpacker& in);

}  // namespace jumak
