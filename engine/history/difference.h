#ifndef HISTORY_DIFFERENCE_H
#define HISTORY_DIFFERENCE_H
/* What differs between two contents of the same memory, as their exclusive or: applied to one it
 * gives the other, and two that follow each other join by one more exclusive or. Kept small: of
 * each 64-byte line that differs, only the 4-byte units that do. */

#include "base/arena.h"

/* Consecutive lines that differ. */
typedef struct {
    uint32_t first, count; /* in lines */
} LineRun;

/* One block of memory: runs, then units, then masks. */
typedef struct {
    LineRun *runs;
    uint32_t *units; /* one more is readable */
    uint16_t *masks; /* a line's units that differ */
    uint32_t run_count, line_count, unit_count;
    size_t bytes;
} Difference;

/* Where differences are gathered before they get their block; used again and again. */
typedef struct {
    LineRun *runs;
    uint32_t *units;
    uint16_t *masks;
    size_t run_count, line_count, unit_count;
    size_t run_capacity, line_capacity, unit_capacity;
    bool failed; /* memory ran out */
} Gather;

void gather_begin(Gather *g);
void gather_clear(Gather *g);
/* Adds the lines that differ in [start, end), multiples of ARENA_LINE; `old` takes the new content.
 * Ranges come in ascending order. */
void gather_range(Gather *g, unsigned char *old, const unsigned char *now, ArenaRange range);
/* Gathers what leads from before `a` to after `b`, where `b` follows `a`. */
void gather_joined(Gather *g, const Difference *a, const Difference *b);
/* A block of its own for what is gathered. False: out of memory, also what g->failed says. */
bool difference_take(Difference *d, const Gather *g);
void difference_free(Difference *d);
void difference_apply(const Difference *d, unsigned char *to);
/* Undoes gather_range(). */
void gather_undo(const Gather *g, unsigned char *old);

#endif
