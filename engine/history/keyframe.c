#include "history/keyframe.h"

#include <stdlib.h>
#include <string.h>

/* Consecutive changed lines. */
typedef struct LineRun {
    uint32_t first, count; /* in lines from the arena's base */
} LineRun;

/* While the changes of one keyframe are gathered. */
typedef struct {
    LineRun *runs;
    unsigned char *lines;
    size_t run_count, run_capacity, line_count, line_capacity;
    bool failed;
} Gather;

/* Freed blocks may be poisoned, so the arena is read and written by loops of our own. */
#if defined(__SANITIZE_ADDRESS__)
#define ANY_MEMORY __attribute__((no_sanitize("address"), noinline))
#else
#define ANY_MEMORY
#endif

ANY_MEMORY static bool line_differs(const uint64_t *a, const uint64_t *b) {
    uint64_t difference = 0;
    for (int i = 0; i < ARENA_LINE / 8; i++) difference |= a[i] ^ b[i];
    return difference != 0;
}

/* into = shadow ^ now; and the shadow takes the arena's content. */
ANY_MEMORY static void take_difference(uint64_t *shadow, const uint64_t *now, uint64_t *into) {
    for (int i = 0; i < ARENA_LINE / 8; i++) {
        into[i] = shadow[i] ^ now[i];
        shadow[i] = now[i];
    }
}

ANY_MEMORY static void copy_words(uint64_t *to, const uint64_t *from, size_t bytes) {
    for (size_t i = 0; i < bytes / 8; i++) to[i] = from[i];
}

static bool grow(void **block, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) return true;
    size_t wanted = *capacity ? *capacity * 2 : 64;
    if (wanted < needed) wanted = needed;
    void *fresh = realloc(*block, wanted * size);
    if (!fresh) return false;
    *block = fresh;
    *capacity = wanted;
    return true;
}

static uint64_t *next_line(Gather *g, uint32_t line) {
    LineRun *last = g->run_count ? &g->runs[g->run_count - 1] : NULL;
    void *runs = g->runs, *lines = g->lines;
    bool joins = last && last->first + last->count == line;
    g->failed =
        g->failed || (!joins && !grow(&runs, &g->run_capacity, g->run_count + 1, sizeof(LineRun)));
    g->runs = runs;
    g->failed = g->failed || !grow(&lines, &g->line_capacity, g->line_count + 1, ARENA_LINE);
    g->lines = lines;
    if (g->failed) return NULL;
    if (joins) {
        last->count++;
    } else {
        g->runs[g->run_count++] = (LineRun){line, 1};
    }
    return (uint64_t *)(void *)(g->lines + g->line_count++ * ARENA_LINE);
}

static void gather_range(Keyframes *k, Gather *g, ArenaRange range) {
    for (size_t at = range.start; at < range.end && !g->failed; at += ARENA_LINE) {
        uint64_t *shadow = (uint64_t *)(void *)(k->shadow + at);
        const uint64_t *now = (const uint64_t *)(const void *)(k->arena->base + at);
        if (!line_differs(shadow, now)) continue;
        uint64_t *into = next_line(g, (uint32_t)(at / ARENA_LINE));
        if (into) take_difference(shadow, now, into);
    }
}

/* The shadow covers the arena's offsets up to its peak; fresh parts begin as zeroes. */
static bool cover(Keyframes *k, size_t size) {
    if (size <= k->shadow_size) return true;
    unsigned char *fresh = realloc(k->shadow, size);
    if (!fresh) return false;
    memset(fresh + k->shadow_size, 0, size - k->shadow_size);
    k->shadow = fresh;
    k->shadow_size = size;
    return true;
}

bool keyframes_init(Keyframes *k, const Arena *arena, size_t limit) {
    *k = (Keyframes){.arena = arena, .limit = limit};
    return true;
}

void keyframes_clear(Keyframes *k) {
    for (size_t i = 0; i < k->count; i++) {
        free(k->frames[i].runs);
        free(k->frames[i].lines);
    }
    free(k->frames);
    free(k->shadow);
    memset(k, 0, sizeof *k);
}

static uint64_t *line_at(Keyframes *k, uint32_t line) {
    return (uint64_t *)(void *)(k->shadow + (size_t)line * ARENA_LINE);
}

/* Takes the shadow from keyframe n - 1 to n or back: the difference works both ways. */
static void apply(Keyframes *k, const Keyframe *frame) {
    const unsigned char *from = frame->lines;
    for (uint32_t r = 0; r < frame->run_count; r++) {
        for (uint32_t i = 0; i < frame->runs[r].count; i++, from += ARENA_LINE) {
            uint64_t *to = line_at(k, frame->runs[r].first + i);
            const uint64_t *difference = (const uint64_t *)(const void *)from;
            for (int w = 0; w < ARENA_LINE / 8; w++) to[w] ^= difference[w];
        }
    }
}

static void move_shadow(Keyframes *k, size_t n) {
    while (k->cursor < n) apply(k, &k->frames[++k->cursor]);
    while (k->cursor > n) apply(k, &k->frames[k->cursor--]);
}

/* Joins frame n - 1 into frame n, whose differences then reach back to n - 2. The union of the two
 * is formed by walking both lists of lines in order. */
static bool merge(Keyframes *k, size_t n) {
    Keyframe *a = &k->frames[n - 1], *b = &k->frames[n];
    Gather g = {0};
    uint32_t ra = 0, ia = 0, rb = 0, ib = 0;
    const uint64_t *la = (const uint64_t *)(void *)a->lines,
                   *lb = (const uint64_t *)(void *)b->lines;
    while (!g.failed && (ra < a->run_count || rb < b->run_count)) {
        uint32_t at_a = ra < a->run_count ? a->runs[ra].first + ia : UINT32_MAX;
        uint32_t at_b = rb < b->run_count ? b->runs[rb].first + ib : UINT32_MAX;
        uint64_t *into = next_line(&g, at_a < at_b ? at_a : at_b);
        if (!into) break;
        bool from_a = at_a <= at_b, from_b = at_b <= at_a;
        for (int w = 0; w < ARENA_LINE / 8; w++) {
            into[w] = (from_a ? la[w] : 0) ^ (from_b ? lb[w] : 0);
        }
        if (from_a && (la += ARENA_LINE / 8, ++ia == a->runs[ra].count)) ra++, ia = 0;
        if (from_b && (lb += ARENA_LINE / 8, ++ib == b->runs[rb].count)) rb++, ib = 0;
    }
    if (g.failed) {
        free(g.runs);
        free(g.lines);
        return false;
    }
    k->bytes -= a->bytes + b->bytes;
    free(a->runs), free(a->lines), free(b->runs), free(b->lines);
    b->runs = g.runs;
    b->lines = g.lines;
    b->run_count = (uint32_t)g.run_count;
    b->line_count = (uint32_t)g.line_count;
    b->bytes = g.line_count * ARENA_LINE + g.run_count * sizeof(LineRun);
    k->bytes += b->bytes;
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

bool keyframes_add(Keyframes *k, uint64_t instructions, uint64_t steps, uint32_t events) {
    ASSERT(k->count == 0 || k->cursor == k->count - 1, "the shadow is at the newest keyframe");
    ArenaRange ranges[2];
    arena_ranges(k->arena, ranges);
    void *frames = k->frames;
    if (!grow(&frames, &k->capacity, k->count + 1, sizeof(Keyframe))) return false;
    k->frames = frames;
    if (!cover(k, ranges[1].end)) return false;
    Gather g = {0};
    for (int i = 0; i < 2; i++) gather_range(k, &g, ranges[i]);
    Keyframe *frame = &k->frames[k->count];
    *frame = (Keyframe){instructions,
                        steps,
                        events,
                        (uint32_t)g.run_count,
                        (uint32_t)g.line_count,
                        g.runs,
                        g.lines,
                        g.line_count * ARENA_LINE + g.run_count * sizeof(LineRun)};
    if (g.failed) { /* what the shadow already took goes back */
        apply(k, frame);
        free(g.runs);
        free(g.lines);
        return false;
    }
    k->bytes += frame->bytes;
    k->cursor = k->count++;
    if (k->bytes > k->limit && k->count > 8) thin_out(k);
    return true;
}

bool keyframes_restore(Keyframes *k, size_t n) {
    if (n >= k->count) return false;
    move_shadow(k, n);
    Arena arena = *k->arena;
    arena_unpoison_all(&arena);
    ArenaRange ranges[2];
    /* Pages that were used later hold what they held then: zeroes in the shadow. */
    arena_ranges(k->arena, ranges);
    ranges[1].end = k->shadow_size;
    for (int i = 0; i < 2; i++) {
        copy_words((uint64_t *)(void *)(arena.base + ranges[i].start),
                   (const uint64_t *)(void *)(k->shadow + ranges[i].start),
                   ranges[i].end - ranges[i].start);
    }
    arena_repoison(&arena);
    return true;
}
