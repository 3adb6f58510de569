#include "base/common.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void assert_failed(const char *cond, const char *why, const char *file, int line) {
    fprintf(stderr, "%s:%d: assertion failed: %s (%s)\n", file, line, cond, why);
    abort();
}
