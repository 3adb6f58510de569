#include "fuzz/fuzz_target.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void fuzz_fail(const char *cond, const char *why) {
    fprintf(stderr, "%s: %s\n", why, cond);
    abort();
}
