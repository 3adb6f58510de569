#define _XOPEN_SOURCE 700
#include "fuzz/fuzz_target.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void fuzz_fail(const char *cond, const char *why) {
    fprintf(stderr, "%s: %s\n", why, cond);
    abort();
}

const char *fuzz_config_folder(void) {
    static char folder[256];
    if (*folder) return folder;
    const char *top = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/coroscope-fuzz-XXXXXX", top && *top ? top : "/tmp");
    MUST(mkdtemp(folder), "a folder for the test");
    MUST(setenv("XDG_CONFIG_HOME", folder, 1) == 0, "memory for the test");
    return folder;
}
