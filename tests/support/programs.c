#define _POSIX_C_SOURCE 200809L
#include "support/programs.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ARENA_BYTES = 16 << 20, PATH_SIZE = 1024 };

CsEngine *load_program(const char *name, const char *text, size_t length, const CsValue *world) {
    CsConfig config;
    Diag diag = {0};
    cs_config_init(&config);
    config.arena_bytes = ARENA_BYTES;
    CsEngine *e = cs_create(&config);
    assert_non_null(e);
    if (world) cs_set_world(e, world);
    if (cs_load(e, name, text, length, &diag)) return e;
    cs_destroy(e);
    return NULL;
}

CsEngine *record_program(const char *name, const char *text, const CsValue *world) {
    CsEngine *e = load_program(name, text, strlen(text), world);
    assert_non_null(e);
    cs_record_all(e);
    return e;
}

static bool ends_with(const char *text, const char *end) {
    size_t a = strlen(text), b = strlen(end);
    return a >= b && strcmp(text + a - b, end) == 0;
}

int each_program(const char *folder, void (*check)(const char *path)) {
    DIR *open = opendir(folder);
    int count = 0;
    for (struct dirent *entry; open && (entry = readdir(open));) {
        char path[PATH_SIZE];
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (ends_with(entry->d_name, ".py")) {
            check(path);
            count++;
        } else {
            count += each_program(path, check);
        }
    }
    if (open) closedir(open);
    return count;
}
