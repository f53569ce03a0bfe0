#include "core/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace jumak {

void assertion_failed(const char* condition, const char* file, int line) noexcept {
  std::fprintf(stderr, "jumak: broken invariant `%s` at %s:%d\n", condition, file, line);
  std::abort();
}

}  // namespace jumak
