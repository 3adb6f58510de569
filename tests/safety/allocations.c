#include "allocations.h"

#include <stddef.h>

#include "base/arena.h"

static Allocations counted;
static FailKind failing;
static uint64_t fail_at;

void allocations_start(FailKind kind, uint64_t n) {
    counted.made[FAIL_MALLOC] = counted.made[FAIL_ARENA] = 0;
    failing = kind;
    fail_at = n;
}

Allocations allocations_now(void) {
    return counted;
}

static bool fails(FailKind kind) {
    return ++counted.made[kind] == fail_at && kind == failing;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__real_arena_alloc(Arena *a, size_t size);
void *__real_arena_realloc(Arena *a, void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);
void *__wrap_arena_alloc(Arena *a, size_t size);
void *__wrap_arena_realloc(Arena *a, void *block, size_t size);

static void *count_block(void *block) {
    if (block) counted.live++;
    return block;
}

void *__wrap_malloc(size_t size) {
    return fails(FAIL_MALLOC) ? NULL : count_block(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails(FAIL_MALLOC) ? NULL : count_block(__real_calloc(count, size));
}

void *__wrap_realloc(void *block, size_t size) {
    if (fails(FAIL_MALLOC)) return NULL;
    void *fresh = __real_realloc(block, size);
    return block ? fresh : count_block(fresh);
}

void __wrap_free(void *block) {
    if (block) counted.live--;
    __real_free(block);
}

void *__wrap_arena_alloc(Arena *a, size_t size) {
    return fails(FAIL_ARENA) ? NULL : __real_arena_alloc(a, size);
}

void *__wrap_arena_realloc(Arena *a, void *block, size_t size) {
    return fails(FAIL_ARENA) ? NULL : __real_arena_realloc(a, block, size);
}
