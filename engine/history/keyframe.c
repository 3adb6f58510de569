#include "history/keyframe.h"

#include <stdlib.h>
#include <string.h>

/* Freed blocks may be poisoned, so the arena is written by a loop of our own. */
#if defined(__SANITIZE_ADDRESS__)
__attribute__((no_sanitize("address"), noinline)) static void
copy_words(unsigned char *to, const unsigned char *from, size_t bytes) {
    for (size_t i = 0; i < bytes; i += 8) {
        *(uint64_t *)(void *)(to + i) = *(const uint64_t *)(const void *)(from + i);
    }
}
#else
#define copy_words memcpy
#endif

/* The shadow covers the arena's offsets up to its peak. */
static bool cover(Keyframes *k, size_t size) {
    if (size <= k->shadow_size) return true;
    unsigned char *fresh = realloc(k->shadow, size);
    if (!fresh) return false;
    k->shadow = fresh;
    k->shadow_size = size;
    return true;
}

bool keyframes_init(Keyframes *k, const Arena *arena, size_t limit) {
    *k = (Keyframes){.arena = arena, .limit = limit};
    return true;
}

void keyframes_clear(Keyframes *k) {
    for (size_t i = 0; i < k->count; i++) difference_free(&k->frames[i].difference);
    free(k->frames);
    free(k->shadow);
    gather_clear(&k->gather);
    memset(k, 0, sizeof *k);
}

/* The difference works both ways: from keyframe n - 1 to n and back. */
static void move_shadow(Keyframes *k, size_t n) {
    while (k->cursor < n) difference_apply(&k->frames[++k->cursor].difference, k->shadow);
    while (k->cursor > n) difference_apply(&k->frames[k->cursor--].difference, k->shadow);
}

/* Joins frame n - 1 into frame n, whose difference then reaches back to n - 2. What is fresh in
 * either is fresh in the joined one: the shadow, at a later frame, holds it as it was at n. */
static bool merge(Keyframes *k, size_t n) {
    Difference *a = &k->frames[n - 1].difference, *b = &k->frames[n].difference, joined;
    gather_begin(&k->gather);
    gather_joined(&k->gather, a, b, k->frames[n - 2].end);
    if (!difference_take(&joined, &k->gather)) return false;
    k->bytes = k->bytes - a->bytes - b->bytes + joined.bytes;
    difference_free(a);
    difference_free(b);
    *b = joined;
    return true;
}

/* Merges every second keyframe away (never the first or the newest), so that spacing stays even.
 * The shadow is at the newest one. */
static void thin_out(Keyframes *k) {
    size_t kept = 1;
    for (size_t i = 1; i < k->count; i++) {
        bool goes = i % 2 == 1 && i + 1 < k->count && merge(k, i + 1);
        if (!goes) k->frames[kept++] = k->frames[i];
    }
    k->count = kept;
    k->cursor = kept - 1;
}

static bool grow_frames(Keyframes *k) {
    if (k->count < k->capacity) return true;
    size_t wanted = k->capacity ? k->capacity * 2 : 64;
    Keyframe *fresh = realloc(k->frames, wanted * sizeof *fresh);
    if (!fresh) return false;
    k->frames = fresh;
    k->capacity = wanted;
    return true;
}

static void copy_range(unsigned char *to, const unsigned char *from, size_t start, size_t end) {
    if (start < end) copy_words(to + start, from + start, end - start);
}

/* Brings the shadow up to the present: what it held at the newest keyframe is compared, what is
 * fresh since then is only copied. */
static void gather_present(Keyframes *k, const ArenaRange ranges[2]) {
    const unsigned char *now = k->arena->base;
    bool first = k->count == 0;
    size_t known = first ? ranges[1].start : k->frames[k->count - 1].end;
    gather_begin(&k->gather);
    if (first) {
        copy_range(k->shadow, now, ranges[0].start, ranges[0].end);
    } else {
        gather_range(&k->gather, k->shadow, now, ranges[0]);
        gather_range(&k->gather, k->shadow, now, (ArenaRange){ranges[1].start, known});
    }
    copy_range(k->shadow, now, known, ranges[1].end);
}

bool keyframes_add(Keyframes *k, uint64_t instructions, uint64_t steps, uint32_t events) {
    ASSERT(k->count == 0 || k->cursor == k->count - 1, "the shadow is at the newest keyframe");
    ArenaRange ranges[2];
    arena_ranges(k->arena, ranges);
    if (!grow_frames(k) || !cover(k, ranges[1].end)) return false;
    Gather *g = &k->gather;
    gather_present(k, ranges);
    Keyframe *frame = &k->frames[k->count];
    *frame = (Keyframe){instructions, steps, events, ranges[1].end, {0}};
    if (!difference_take(&frame->difference, g)) {
        gather_undo(g, k->shadow);
        return false;
    }
    k->bytes += frame->difference.bytes;
    k->cursor = k->count++;
    if (k->bytes > k->limit && k->count > 8) thin_out(k);
    return true;
}

/* Freed blocks may be poisoned, as above. */
#if defined(__SANITIZE_ADDRESS__)
__attribute__((no_sanitize("address"), noinline)) static void zero_words(unsigned char *to,
                                                                         size_t bytes) {
    for (size_t i = 0; i < bytes; i += 8) *(uint64_t *)(void *)(to + i) = 0;
}
#else
#define zero_words(to, bytes) memset((to), 0, (bytes))
#endif

bool keyframes_restore(Keyframes *k, size_t n) {
    if (n >= k->count) return false;
    move_shadow(k, n);
    Arena arena = *k->arena;
    arena_unpoison_all(&arena);
    ArenaRange ranges[2];
    arena_ranges(k->arena, ranges);
    size_t end = k->frames[n].end, used = ranges[1].end;
    if (used < k->shadow_size) used = k->shadow_size;
    copy_range(arena.base, k->shadow, ranges[0].start, ranges[0].end);
    copy_range(arena.base, k->shadow, ranges[1].start, end);
    if (end < used) zero_words(arena.base + end, used - end); /* pages that are used only later */
    arena_repoison(&arena);
    return true;
}

size_t keyframes_memory(const Keyframes *k) {
    const Gather *g = &k->gather;
    return k->bytes + k->capacity * sizeof(Keyframe) + k->shadow_size +
           g->run_capacity * sizeof *g->runs + g->unit_capacity * sizeof *g->units +
           g->line_capacity * sizeof *g->masks;
}
