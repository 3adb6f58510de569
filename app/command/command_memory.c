#include "command/command.h"

#include <gmp.h>
#include <stdlib.h>

/* GMP has no other way to say that there is no memory than to end the process; by itself it does so
   with a signal, which leaves a core and says nothing of the program. The size of numbers is
   bounded by the engine, so that only a machine without memory comes here. */

static void *must(void *memory) {
    if (memory) return memory;
    fputs("coroscope: the machine has no memory left\n", stderr);
    exit(EXIT_FAILED);
}

static void *allocate(size_t size) {
    return must(malloc(size));
}

static void *resize(void *memory, size_t before, size_t size) {
    (void)before;
    return must(realloc(memory, size));
}

static void release(void *memory, size_t size) {
    (void)size;
    free(memory);
}

void command_guard_memory(void) {
    mp_set_memory_functions(allocate, resize, release);
}
