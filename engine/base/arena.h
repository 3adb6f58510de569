#ifndef BASE_ARENA_H
#define BASE_ARENA_H
/* The one block of memory in which everything that changes during a run lives.
 *
 * Layout: [root | sealed | heap]. The root holds the allocator's own state and whatever the caller
 * keeps there (VM and loop state); the sealed part is what existed when arena_seal() was called
 * (compiled code, built-in types, interned names) and never changes afterwards; the heap follows.
 * History compares and copies the root and the heap only. The arena never moves, so plain pointers
 * stay valid across a seek. */

#include "base/common.h"

enum { ARENA_PAGE = 16384, ARENA_CLASSES = 32, ARENA_LINE = 64 };

typedef struct ArenaState ArenaState; /* at the arena's first byte, so part of every keyframe */

typedef struct {
    unsigned char *base; /* page-aligned */
    void *block;         /* what malloc returned */
    size_t size;         /* bytes, a multiple of ARENA_PAGE */
    size_t root_size;    /* bytes from base that are root */
    ArenaState *state;
} Arena;

/* A changing range of the arena, for history. Offsets from base. */
typedef struct {
    size_t start, end;
} ArenaRange;

bool arena_create(Arena *a, size_t size, size_t root_extra);
void arena_destroy(Arena *a);
/* The caller's share of the root: `root_extra` zeroed bytes. */
void *arena_root(Arena *a);
/* Zeroed, 16-aligned; NULL when the arena is full. Never NULL for want of anything else. */
void *arena_alloc(Arena *a, size_t size);
/* Keeps the first min(old, new) bytes, zeroes the rest; NULL leaves the old block as it was. */
void *arena_realloc(Arena *a, void *block, size_t size);
void arena_free(Arena *a, void *block);
/* Bytes usable in this block (its size class). */
size_t arena_usable(const Arena *a, const void *block);
/* From now on every block comes from fresh pages and the earlier ones are never changed. */
void arena_seal(Arena *a);
bool arena_is_sealed(const Arena *a, const void *block);
size_t arena_used(const Arena *a); /* bytes in live blocks, sealed part included */
size_t arena_peak(const Arena *a); /* offset one past the highest page ever used */
/* The two ranges that can differ between two moments: root, and heap up to the peak. */
void arena_ranges(const Arena *a, ArenaRange ranges[2]);
/* Calls for every live block of the heap, by address; what it is told of may be read, not changed.
 * False: no memory for a map of the free ones. */
bool arena_visit(Arena *a, void (*visit)(void *context, void *block, size_t size), void *context);
/* Sanitizer builds poison freed blocks and what was never used; history calls these around copying
 * memory back below `end`, which no page in use lies beyond. */
void arena_unpoison(Arena *a, size_t end);
void arena_repoison(Arena *a, size_t end);

#endif
