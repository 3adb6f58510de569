#include "history/difference.h"

#include <stdlib.h>
#include <string.h>

enum { UNITS = ARENA_LINE / 4, CHUNK = 16 * ARENA_LINE };

#if defined(__GNUC__)
#define lowest_bit(mask) ((uint32_t)__builtin_ctz(mask))
#else
static uint32_t lowest_bit(uint32_t mask) {
    uint32_t bit = 0;
    while (!(mask >> bit & 1)) bit++;
    return bit;
}
#endif

/* Freed blocks may be poisoned, so the arena is read by loops of our own. */
#if defined(__SANITIZE_ADDRESS__)
#define ANY_MEMORY __attribute__((no_sanitize("address"), noinline))
#else
#define ANY_MEMORY
#endif

ANY_MEMORY static bool line_differs(const unsigned char *old, const unsigned char *now) {
    const uint64_t *a = (const uint64_t *)(const void *)old,
                   *b = (const uint64_t *)(const void *)now;
    uint64_t difference = 0;
    for (int i = 0; i < ARENA_LINE / 8; i++) difference |= a[i] ^ b[i];
    return difference != 0;
}

/* Mostly memory does not change, and the library compares faster than we do. */
static bool chunk_differs(const unsigned char *old, const unsigned char *now) {
#if defined(__SANITIZE_ADDRESS__)
    bool differs = false;
    for (size_t i = 0; i < CHUNK; i += ARENA_LINE) {
        differs = differs || line_differs(old + i, now + i);
    }
    return differs;
#else
    return memcmp(old, now, CHUNK) != 0;
#endif
}

static bool make_room(Gather *g) {
    void *runs = g->runs, *units = g->units, *masks = g->masks;
    bool ok = ledger_grow(g->ledger, &runs, &g->run_capacity, g->run_count + 1, sizeof *g->runs);
    g->runs = runs;
    ok = ok && ledger_grow(g->ledger, &units, &g->unit_capacity, g->unit_count + UNITS + 1,
                           sizeof *g->units);
    g->units = units;
    ok = ok &&
         ledger_grow(g->ledger, &masks, &g->line_capacity, g->line_count + 1, sizeof *g->masks);
    g->masks = masks;
    g->failed = g->failed || !ok;
    return ok;
}

/* For one more line. */
static bool room(Gather *g) {
    bool enough = g->run_count < g->run_capacity && g->line_count < g->line_capacity &&
                  g->unit_count + UNITS < g->unit_capacity;
    return enough || make_room(g);
}

/* The line's units lie at the end of g->units already. */
static void add_line(Gather *g, uint32_t line, uint16_t mask, size_t units) {
    LineRun *last = g->run_count ? &g->runs[g->run_count - 1] : NULL;
    if (last && last->first + last->count == line) {
        last->count++;
    } else {
        g->runs[g->run_count++] = (LineRun){line, 1};
    }
    g->masks[g->line_count++] = mask;
    g->unit_count += units;
}

ANY_MEMORY static void add_difference(Gather *g, uint32_t line, unsigned char *old,
                                      const unsigned char *now) {
    uint32_t *a = (uint32_t *)(void *)old, *out = g->units + g->unit_count;
    const uint32_t *b = (const uint32_t *)(const void *)now;
    uint32_t units[UNITS], mask = 0;
    size_t n = 0;
    for (uint32_t i = 0; i < UNITS; i++) units[i] = a[i] ^ b[i];
    for (uint32_t i = 0; i < UNITS; i++) a[i] = b[i];
    for (uint32_t i = 0; i < UNITS; i++) mask |= (uint32_t)(units[i] != 0) << i;
    for (uint32_t rest = mask; rest; rest &= rest - 1) out[n++] = units[lowest_bit(rest)];
    add_line(g, line, (uint16_t)mask, n);
}

void gather_init(Gather *g, Ledger *ledger) {
    *g = (Gather){.ledger = ledger};
}

void gather_begin(Gather *g) {
    g->run_count = g->line_count = g->unit_count = 0;
    g->failed = false;
}

size_t gather_memory(const Gather *g) {
    return g->run_capacity * sizeof *g->runs + g->unit_capacity * sizeof *g->units +
           g->line_capacity * sizeof *g->masks;
}

void gather_clear(Gather *g) {
    if (g->ledger) ledger_give(g->ledger, gather_memory(g));
    free(g->runs);
    free(g->units);
    free(g->masks);
    *g = (Gather){0};
}

void gather_range(Gather *g, unsigned char *old, const unsigned char *now, ArenaRange range) {
    for (size_t at = range.start; at < range.end && !g->failed;) {
        bool whole = at % CHUNK == 0 && range.end - at >= CHUNK;
        if (whole && !chunk_differs(old + at, now + at)) {
            at += CHUNK;
            continue;
        }
        size_t end = whole ? at + CHUNK : at + ARENA_LINE;
        for (; at < end && !g->failed; at += ARENA_LINE) {
            if (!line_differs(old + at, now + at) || !room(g)) continue;
            add_difference(g, (uint32_t)(at / ARENA_LINE), old + at, now + at);
        }
    }
}

/* Walks a difference line by line. */
typedef struct {
    const Difference *d;
    const uint32_t *units;
    uint32_t run, inside, line;
} Cursor;

static uint32_t line_of(const Cursor *c) {
    if (c->run == c->d->run_count) return UINT32_MAX;
    return c->d->runs[c->run].first + c->inside;
}

static void next_line(Cursor *c) {
    c->line++;
    if (++c->inside < c->d->runs[c->run].count) return;
    c->run++;
    c->inside = 0;
}

/* Spreads the present line over all its units, and goes on to the next. */
static void take_line(Cursor *c, uint32_t line[UNITS]) {
    uint32_t mask = c->d->masks[c->line];
    for (uint32_t i = 0; i < UNITS; i++) {
        if (mask >> i & 1) line[i] ^= *c->units++;
    }
    next_line(c);
}

static void add_units(Gather *g, uint32_t line, const uint32_t units[UNITS]) {
    uint32_t mask = 0;
    size_t n = 0;
    for (uint32_t i = 0; i < UNITS; i++) {
        if (!units[i]) continue;
        g->units[g->unit_count + n++] = units[i];
        mask |= 1u << i;
    }
    if (mask) add_line(g, line, (uint16_t)mask, n);
}

void gather_joined(Gather *g, const Difference *a, const Difference *b, size_t end) {
    Cursor x = {.d = a, .units = a->units}, y = {.d = b, .units = b->units};
    for (;;) {
        uint32_t at_x = line_of(&x), at_y = line_of(&y), at = at_x < at_y ? at_x : at_y;
        if (at >= end / ARENA_LINE || !room(g)) return;
        uint32_t line[UNITS] = {0};
        if (at_x == at) take_line(&x, line);
        if (at_y == at) take_line(&y, line);
        add_units(g, at, line);
    }
}

/* One unit more, which is readable. */
static size_t units_size(size_t count) {
    return (count + 1) * sizeof(uint32_t);
}

size_t gather_size(const Gather *g) {
    size_t size = g->run_count * sizeof *g->runs + units_size(g->unit_count) +
                  g->line_count * sizeof *g->masks;
    return (size + 7) / 8 * 8;
}

DifferencePlace gather_store(const Gather *g, unsigned char *store, size_t at) {
    unsigned char *to = store + at;
    size_t runs = g->run_count * sizeof *g->runs, units = g->unit_count * sizeof *g->units;
    if (g->line_count) {
        memcpy(to, g->runs, runs);
        memcpy(to + runs, g->units, units);
        memset(to + runs + units, 0, sizeof *g->units);
        memcpy(to + runs + units_size(g->unit_count), g->masks, g->line_count * sizeof *g->masks);
    }
    return (DifferencePlace){.at = at,
                             .bytes = gather_size(g),
                             .run_count = (uint32_t)g->run_count,
                             .line_count = (uint32_t)g->line_count,
                             .unit_count = (uint32_t)g->unit_count};
}

Difference difference_in(const unsigned char *store, const DifferencePlace *place) {
    const unsigned char *runs = store + place->at,
                        *units = runs + place->run_count * sizeof(LineRun),
                        *masks = units + units_size(place->unit_count);
    return (Difference){(const LineRun *)(const void *)runs,
                        (const uint32_t *)(const void *)units,
                        (const uint16_t *)(const void *)masks,
                        place->run_count,
                        place->line_count,
                        place->unit_count};
}

static void apply_line(uint32_t *line, const uint32_t **units, uint32_t mask) {
    const uint32_t *unit = *units;
    if (mask == 0xFFFF) {
        for (uint32_t i = 0; i < UNITS; i++) line[i] ^= unit[i];
        *units = unit + UNITS;
        return;
    }
    for (; mask; mask &= mask - 1) line[lowest_bit(mask)] ^= *unit++;
    *units = unit;
}

void difference_apply(const Difference *d, unsigned char *to) {
    const uint32_t *units = d->units;
    const uint16_t *mask = d->masks;
    for (uint32_t r = 0; r < d->run_count; r++) {
        uint32_t *line = (uint32_t *)(void *)(to + (size_t)d->runs[r].first * ARENA_LINE);
        for (uint32_t n = d->runs[r].count; n > 0; n--, line += UNITS) {
            apply_line(line, &units, *mask++);
        }
    }
}

void gather_undo(const Gather *g, unsigned char *old) {
    Difference d = {g->runs,
                    g->units,
                    g->masks,
                    (uint32_t)g->run_count,
                    (uint32_t)g->line_count,
                    (uint32_t)g->unit_count};
    if (g->line_count) difference_apply(&d, old); /* room() keeps units readable behind the last */
}
