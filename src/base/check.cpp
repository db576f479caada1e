#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace ponte {

void broken_promise(const char* promise, std::source_location where) {
    std::fprintf(stderr, "%s:%u: promise broken: %s (in %s)\n", where.file_name(), where.line(), promise,
                 where.function_name());
    std::abort();
}

}  // namespace ponte
