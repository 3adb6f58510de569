#include "allocations.h"

#include <stddef.h>
#include <stdlib.h>

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

/* Blocks that came through here, by address. The C library's own, as those of realpath(), go back
 * through free() without having come. */
enum { PLACES = 1 << 20 };
static void *known[PLACES];

static size_t place_of(const void *block) {
    size_t place = (size_t)((uint64_t)(uintptr_t)block * 0x9E3779B97F4A7C15u >> 44);
    while (known[place] && known[place] != block) place = (place + 1) % PLACES;
    return place;
}

static void *count_block(void *block) {
    if (!block) return NULL;
    if (++counted.live > PLACES / 2) abort();
    known[place_of(block)] = block;
    return block;
}

/* Those behind it move up: none may be cut off from its place. */
static void forget_block(const void *block) {
    size_t hole = place_of(block);
    if (!block || !known[hole]) return;
    counted.live--;
    known[hole] = NULL;
    for (size_t at = (hole + 1) % PLACES; known[at]; at = (at + 1) % PLACES) {
        void *moved = known[at];
        known[at] = NULL;
        known[place_of(moved)] = moved;
    }
}

void *__wrap_malloc(size_t size) {
    return fails(FAIL_MALLOC) ? NULL : count_block(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails(FAIL_MALLOC) ? NULL : count_block(__real_calloc(count, size));
}

void *__wrap_realloc(void *block, size_t size) {
    if (fails(FAIL_MALLOC)) return NULL;
    bool known_before = block && known[place_of(block)];
    forget_block(block);
    void *fresh = __real_realloc(block, size);
    if (!fresh) {
        if (known_before) count_block(block);
        return NULL;
    }
    return known_before || !block ? count_block(fresh) : fresh;
}

void __wrap_free(void *block) {
    forget_block(block);
    __real_free(block);
}

void *__wrap_arena_alloc(Arena *a, size_t size) {
    return fails(FAIL_ARENA) ? NULL : __real_arena_alloc(a, size);
}

void *__wrap_arena_realloc(Arena *a, void *block, size_t size) {
    return fails(FAIL_ARENA) ? NULL : __real_arena_realloc(a, block, size);
}
