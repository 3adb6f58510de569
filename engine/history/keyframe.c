#include "history/keyframe.h"

#include <stdlib.h>
#include <string.h>

/* So many keyframes remain at least. */
enum { FEWEST = 8 };

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

void keyframes_init(Keyframes *k, const Arena *arena, Ledger *ledger, size_t limit) {
    *k = (Keyframes){.arena = arena, .ledger = ledger, .limit = limit};
    gather_init(&k->gather, ledger);
}

void keyframes_clear(Keyframes *k) {
    if (!k->ledger) return;
    block_clear(&k->store, k->ledger);
    ledger_give(k->ledger, k->capacity * sizeof *k->frames);
    free(k->frames);
    block_clear(&k->shadow, k->ledger);
    gather_clear(&k->gather);
    memset(k, 0, sizeof *k);
}

static Difference difference_of(const Keyframes *k, size_t n) {
    return difference_in(k->store.bytes, &k->frames[n].difference);
}

static void apply(Keyframes *k, size_t n) {
    Difference d = difference_of(k, n);
    difference_apply(&d, k->shadow.bytes);
}

/* The difference works both ways: from keyframe n - 1 to n and back. */
static void move_shadow(Keyframes *k, size_t n) {
    while (k->cursor < n) apply(k, ++k->cursor);
    while (k->cursor > n) apply(k, k->cursor--);
}

/* Gathers what joins frame n - 1 into frame n, whose difference then reaches back to n - 2. What is
 * fresh in either is fresh in the joined one: the shadow, at a later frame, holds it as it was at
 * n. */
static bool join(const Keyframes *k, Gather *g, size_t n) {
    Difference a = difference_of(k, n - 1), b = difference_of(k, n);
    gather_begin(g);
    gather_joined(g, &a, &b, k->frames[n - 2].end);
    return !g->failed;
}

/* Moves frame `from` down to where the store is filled. */
static void keep(Keyframes *k, size_t to, size_t from) {
    Keyframe frame = k->frames[from];
    DifferencePlace *d = &frame.difference;
    memmove(k->store.bytes + k->bytes, k->store.bytes + d->at, d->bytes);
    d->at = k->bytes;
    k->bytes += d->bytes;
    k->frames[to] = frame;
}

/* The first and the newest stay, and the spacing stays even. What k->gather holds stays, too: the
 * next keyframe may be on its way. A joined difference is no larger than the two that it replaces,
 * so everything moves towards the store's beginning. */
bool keyframes_thin_out(Keyframes *k) {
    if (k->count <= FEWEST) return false;
    Gather g;
    gather_init(&g, k->ledger);
    size_t kept = 0, before = k->count;
    k->bytes = 0;
    for (size_t i = 0; i < before; i++) {
        if (i % 2 == 1 && i + 1 < before && join(k, &g, i + 1)) {
            Keyframe frame = k->frames[++i];
            frame.difference = gather_store(&g, k->store.bytes, k->bytes);
            k->bytes += frame.difference.bytes;
            k->frames[kept++] = frame;
        } else {
            keep(k, kept++, i);
        }
    }
    k->count = kept;
    k->cursor = kept - 1;
    gather_clear(&g);
    block_fit(&k->store, k->ledger, k->bytes);
    return kept < before;
}

static bool grow_frames(Keyframes *k) {
    void *frames = k->frames;
    bool ok = ledger_grow(k->ledger, &frames, &k->capacity, k->count + 1, sizeof *k->frames);
    k->frames = frames;
    return ok;
}

static void copy_range(unsigned char *to, const unsigned char *from, size_t start, size_t end) {
    if (start < end) copy_words(to + start, from + start, end - start);
}

/* Brings the shadow up to the present: what it held at the newest keyframe is compared, what is
 * fresh since then is only copied. */
static void gather_present(Keyframes *k, const ArenaRange ranges[2]) {
    const unsigned char *now = k->arena->base;
    unsigned char *shadow = k->shadow.bytes;
    bool first = k->count == 0;
    size_t known = first ? ranges[1].start : k->frames[k->count - 1].end;
    gather_begin(&k->gather);
    if (first) {
        copy_range(shadow, now, ranges[0].start, ranges[0].end);
    } else {
        gather_range(&k->gather, shadow, now, ranges[0]);
        gather_range(&k->gather, shadow, now, (ArenaRange){ranges[1].start, known});
    }
    copy_range(shadow, now, known, ranges[1].end);
}

/* Asked for, room may be made by merging keyframes, after which less is needed. */
static bool room_for_gathered(Keyframes *k) {
    const Gather *g = &k->gather;
    return !g->failed && block_grow(&k->store, k->ledger, k->bytes + gather_size(g));
}

bool keyframes_add(Keyframes *k, uint64_t instructions, uint64_t steps, uint32_t events) {
    ASSERT(k->count == 0 || k->cursor == k->count - 1, "the shadow is at the newest keyframe");
    ArenaRange ranges[2];
    arena_ranges(k->arena, ranges);
    if (!grow_frames(k) || !block_grow(&k->shadow, k->ledger, ranges[1].end)) return false;
    gather_present(k, ranges);
    if (!room_for_gathered(k)) {
        gather_undo(&k->gather, k->shadow.bytes);
        return false;
    }
    DifferencePlace difference = gather_store(&k->gather, k->store.bytes, k->bytes);
    k->bytes += difference.bytes;
    k->cursor = k->count; /* making room may have merged others */
    k->frames[k->count++] = (Keyframe){instructions, steps, events, ranges[1].end, difference};
    if (k->bytes > k->limit) keyframes_thin_out(k);
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

/* The shadow up to `end`, changed on the way there. Beyond the heap's end the arena is zero: so it
 * stays where the heap that lies there now is the larger one. */
static void copy_back(const Keyframes *k, const Difference *way, size_t end) {
    Arena arena = *k->arena;
    ArenaRange ranges[2];
    arena_ranges(k->arena, ranges);
    size_t used = ranges[1].end > end ? ranges[1].end : end;
    arena_unpoison(&arena, used);
    copy_range(arena.base, k->shadow.bytes, ranges[0].start, ranges[0].end);
    copy_range(arena.base, k->shadow.bytes, ranges[1].start, end);
    if (way) difference_apply(way, arena.base);
    if (end < used) zero_words(arena.base + end, used - end);
    arena_repoison(&arena, used);
}

bool keyframes_restore(Keyframes *k, size_t n) {
    if (n >= k->count) return false;
    move_shadow(k, n);
    copy_back(k, NULL, k->frames[n].end);
    return true;
}

bool keyframes_restore_changed(Keyframes *k, size_t n, const Difference *way, size_t end) {
    if (n >= k->count) return false;
    move_shadow(k, n);
    copy_back(k, way, end);
    return true;
}

/* What the shadow holds beyond the keyframe's end stays the same wherever it is moved. */
bool keyframes_gather(Keyframes *k, Gather *g, size_t *end) {
    ArenaRange ranges[2];
    arena_ranges(k->arena, ranges);
    if (ranges[1].end > k->shadow.size) return false;
    gather_begin(g);
    for (int i = 0; i < 2; i++) gather_range(g, k->shadow.bytes, k->arena->base, ranges[i]);
    gather_undo(g, k->shadow.bytes);
    *end = ranges[1].end;
    return !g->failed;
}
